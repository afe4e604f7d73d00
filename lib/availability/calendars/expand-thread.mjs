import { register } from 'tsx/esm/api';

// Threads do not inherit the reading of TypeScript from the process.
register();
await import('./expand-thread.ts');

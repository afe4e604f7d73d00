/** What one client waits for counts together, services and events: counted under a lock on the client. */
export { lockClient } from '../repository';
export { countOpenEntries } from './repository';

import { readEnv } from '@/lib/server/env';
import { prepareJobs } from '@/lib/server/jobs/boss';
import { applyMigrations } from './migrate';

/** `npm run db:migrate`: brings the database of DATABASE_URL to this version. */
const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error('Set DATABASE_URL: the embedded database is migrated by `npm start`.');
readEnv(process.env);
const applied = await applyMigrations(DATABASE_URL);
await prepareJobs(DATABASE_URL);
console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.');

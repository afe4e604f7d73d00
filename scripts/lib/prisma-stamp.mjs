// Exit 0 when the generated database client belongs to the present schema; `write` records that it does.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = 'prisma/schema';
const stamp = 'lib/server/db/generated/.schema-hash';
const hash = createHash('sha256');
for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(`${folder}/${file}`));
hash.update(readFileSync('node_modules/@prisma/client/package.json'));
const digest = hash.digest('hex');

if (process.argv[2] === 'write') writeFileSync(stamp, digest);
else if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) process.exit(1);

import { env } from '@/lib/server/env';
import { type Keyring, makeKeyring } from './sealing';

let cached: Keyring | undefined;

/** The keys of this instance for what only one person may read. */
export function dataKeys(): Keyring {
  cached ??= makeKeyring(env().DATA_ENCRYPTION_KEY, env().DATA_ENCRYPTION_KEYS_PREVIOUS);
  return cached;
}

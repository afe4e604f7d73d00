import { hash, verify } from '@node-rs/argon2';

/** OWASP's second recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Takes as long to check as a real one; its password is known to nobody. */
const decoy =
  '$argon2id$v=19$m=19456,t=2,p=1$Y29uc2lsaWEtZGVjb3kAAA$b8dO3yYpH4lTqC0b0V9tJ3rC9m0tX7uK2b1oF5s8nQw';

export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Same time for an account that does not exist or has no password. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? decoy, password).catch(() => false);
  return isRight && Boolean(stored);
}

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, fit for a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

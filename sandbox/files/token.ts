import { z } from 'zod';

const tokenParts = z.object({ apiKey: z.string().startsWith('sk_'), appId: z.string().min(1) });

/** What an UPLOADTHING_TOKEN says: base64 of JSON. */
export function readToken(token: string): z.output<typeof tokenParts> {
  return tokenParts.parse(JSON.parse(Buffer.from(token, 'base64').toString('utf8')));
}

/** A token as the file service's dashboard gives it, for a service on this machine. */
export function makeToken(apiKey: string, appId = 'sandbox'): string {
  const parts = { apiKey, appId, regions: ['local1'], ingestHost: 'localhost' };
  return Buffer.from(JSON.stringify(parts)).toString('base64');
}

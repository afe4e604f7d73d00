/** What a file may hold; nothing that a browser would run. */
export const contentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/plain',
] as const;
export type ContentType = (typeof contentTypes)[number];

/** Of files that people add to something: bytes of each, how many at once, and what they may hold. */
export const fileLimits = { mostBytes: 10 * 1024 * 1024, mostFiles: 5, types: contentTypes } as const;

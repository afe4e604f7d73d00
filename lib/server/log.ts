import pino from 'pino';

/** Ids, codes and times only: never a message, file name, note or reason of a person. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { pid: process.pid },
  redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token'],
});

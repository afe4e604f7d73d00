import { z } from 'zod';
import type { ErrorCode } from './errors';

/** Embeddings, overrides and isolates turn the words around them about: a name could read as another one. */
const turning = String.raw`\u202A-\u202E\u2066-\u2069`;
const notInLine = new RegExp(String.raw`[\p{Cc}\p{Zl}\p{Zp}${turning}]`, 'u');
const notInParagraph = new RegExp(String.raw`[${turning}]|(?![\n\r\t])\p{Cc}`, 'u');
/** What leaves no ink: spaces, format characters, marks alone, and the letters that are drawn as nothing. */
const invisible = /^[\p{Z}\p{Cc}\p{Cf}\p{M}\s\u115F\u1160\u2800\u3164\uFFA0]*$/u;

const textWithout = (refused: RegExp, most: number, missing: ErrorCode) =>
  z
    .string(missing)
    .trim()
    .max(most, 'common.tooLong')
    .refine((text) => !refused.test(text), 'common.invalidCharacters')
    .refine((text) => text === '' || !invisible.test(text), 'common.nothingVisible');

/**
 * One line that a person typed, trimmed: no control characters (`common.invalidCharacters`), none that turn the
 * direction of the text, and something to see (`common.nothingVisible`) unless it is empty. `missing` is said of what
 * is no text at all.
 */
export const line = (most: number, missing: ErrorCode = 'common.required') =>
  textWithout(notInLine, most, missing);

/** The same for several lines: line breaks and tabs belong to it. */
export const paragraph = (most: number, missing: ErrorCode = 'common.required') =>
  textWithout(notInParagraph, most, missing);

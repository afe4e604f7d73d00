import type { AppError, ErrorCode } from '@/lib/shared/errors';

/**
 * The outcome of anything that can fail in an expected way. Expected failures are values; only bugs throw.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** A success. Without an argument the value is `undefined`, for operations that have nothing to tell. */
export function ok(): { readonly ok: true; readonly value: undefined };
export function ok<T>(value: T): { readonly ok: true; readonly value: T };
export function ok<T>(value?: T): { readonly ok: true; readonly value: T | undefined } {
  return { ok: true, value };
}

/** What an operation answers that failed in an expected way. */
export type Failure = { readonly ok: false; readonly error: AppError };

/** An expected failure. `details` are facts for logs and programs; no message depends on them. */
export function err(code: ErrorCode, details?: AppError['details']): Failure {
  return { ok: false, error: details === undefined ? { code } : { code, details } };
}

/** Several fields of one form are wrong: the form says `common.invalidInput`, each field its own code. */
export function fieldErrors(fields: Readonly<Record<string, ErrorCode>>): Failure {
  return { ok: false, error: { code: 'common.invalidInput', fields } };
}

import { refresh } from 'next/cache';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import type { Href } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';
import { touchTags } from '@/lib/server/cache/tags';
import { readForm, typedValues } from '@/lib/server/form';
import { currentActor } from '@/lib/server/session/current';
import { type AppError, type ErrorCode, isErrorCode } from '@/lib/shared/errors';
import type { Result } from '@/lib/shared/result';

/** What a form shows after it was sent: nothing, that it worked, or which of its parts is wrong. */
export type ActionState<T = undefined> =
  | { status: 'idle' }
  | { status: 'done'; value: T }
  | {
      status: 'failed';
      error: AppError;
      /** The error in the reader's language: for the whole form, and for each wrong field. */
      words: { form: string; fields: Record<string, string> };
      values: Record<string, string>;
    };

export type FormAction<T = undefined> = (state: ActionState<T>, form: FormData) => Promise<ActionState<T>>;

type Definition<S extends z.ZodType, T> = {
  input: S;
  /** The use case. It authorises; the action only says who asks. */
  run: (actor: Actor, input: z.output<S>) => Promise<Result<T>>;
  /** Cache tags of the public pages that show what changed. */
  touches?: (value: T, input: z.output<S>) => string[];
  /** Where to go after success; without it the form shows that it worked. */
  next?: (value: T, input: z.output<S>) => Href;
  /** Changes nothing, so that nothing around it is shown anew. */
  isQuestion?: boolean;
};

/** Schema messages are error codes; what zod says by itself means that the input is wrong in a general way. */
export function toAppError(error: z.ZodError): AppError {
  const fields: Record<string, ErrorCode> = {};
  for (const issue of error.issues) {
    const name = issue.path.join('.');
    fields[name] ??= isErrorCode(issue.message) ? issue.message : 'common.invalidInput';
  }
  // What a link brings along has no field that could be marked.
  return { code: fields['token'] ?? 'common.invalidInput', fields };
}

/** The one error that names an amount. */
async function belowMinimum({ amount, currency }: { amount: number; currency: string }): Promise<string> {
  const [t, format] = await Promise.all([getTranslations('plan'), getFormatter()]);
  return t('belowMinimum', { minimum: format.number(amount / 100, { style: 'currency', currency }) });
}

/** The words come from here, so that no page has to carry those of every error there is. */
async function failed(error: AppError, form: FormData): Promise<ActionState<never>> {
  const t = await getTranslations('errors');
  const below = error.minimum && (await belowMinimum(error.minimum));
  const say = (code: ErrorCode) => (code === 'service.belowMinimum' && below ? below : t(code));
  const fields = Object.entries(error.fields ?? {}).map(([name, code]) => [name, say(code)]);
  return {
    status: 'failed',
    error,
    words: { form: t(error.code), fields: Object.fromEntries(fields) },
    values: typedValues(form),
  };
}

/**
 * The one way from a form to a use case: parse, actor, use case, stale pages, state for `useActionState` or a
 * redirect. Works as a plain form post too, without JavaScript.
 */
export function defineAction<S extends z.ZodType, T>({
  input,
  run,
  touches,
  next,
  isQuestion = false,
}: Definition<S, T>): FormAction<T> {
  return async (_state, form) => {
    const parsed = input.safeParse(readForm(form));
    if (!parsed.success) return failed(toAppError(parsed.error), form);
    const result = await run(await currentActor(), parsed.data);
    if (!result.ok) return failed(result.error, form);
    if (touches) await touchTags(touches(result.value, parsed.data));
    if (next) return redirectTo(next(result.value, parsed.data));
    // What stands around the form shows the new state too.
    if (!isQuestion) refresh();
    return { status: 'done', value: result.value };
  };
}

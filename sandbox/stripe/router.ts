import type { z } from 'zod';
import type { Call } from '@/sandbox/stripe/call';
import { invalidParameter, StripeFault } from '@/sandbox/stripe/errors';

export type PathParams = { id: string; child: string };

export type Route = {
  method: string;
  pattern: RegExp;
  /** Checks the parameters, then runs the endpoint. */
  run: (call: Call, path: PathParams, raw: unknown) => object;
};

function toFault(error: z.ZodError): StripeFault {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const name = (keys: readonly PropertyKey[]): string =>
    keys.map((key, depth) => (depth === 0 ? String(key) : `[${String(key)}]`)).join('');
  if (issue?.code === 'unrecognized_keys') {
    const param = name([...path, issue.keys[0] ?? '']);
    return invalidParameter('parameter_unknown', param, `Received unknown parameter: ${param}`);
  }
  const param = name(path);
  if (issue !== undefined && issue.input === undefined) {
    return invalidParameter('parameter_missing', param, `Missing required param: ${param}.`);
  }
  return invalidParameter('parameter_invalid', param, `Invalid ${param}: ${issue?.message ?? 'value'}`);
}

/**
 * Defines an endpoint. `:id` and `:child` in the path are handed to `run`; parameters that `input` does
 * not name are refused, as Stripe does.
 */
export function defineRoute<S extends z.ZodType>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  input: S,
  run: (call: Call, path: PathParams, input: z.output<S>) => object,
): Route {
  const source = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return {
    method,
    pattern: new RegExp(`^${source}$`),
    run: (call, params, raw) => {
      const parsed = input.safeParse(raw, { reportInput: true });
      if (!parsed.success) throw toFault(parsed.error);
      return run(call, params, parsed.data);
    },
  };
}

export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: PathParams } {
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match) {
      return { route, params: { id: match.groups?.id ?? '', child: match.groups?.child ?? '' } };
    }
  }
  throw new StripeFault(
    404,
    {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${path}).`,
    },
    false,
  );
}

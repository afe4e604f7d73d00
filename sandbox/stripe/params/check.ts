import {
  type Endpoint,
  idPlaceholder,
  type ParamType,
  type ParamTypes,
} from '@/sandbox/stripe/params/schema';

/** What is wrong with a request, in the words of Stripe's error answers. */
export type ParamProblem = { code: string; param: string; message: string };

/** `form`: texts only, as v1 bodies and all queries; `json`: v2 bodies. */
export type ParamSource = 'form' | 'json';

type Checked = { types: ParamType[]; source: ParamSource };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(param: string, message: string, code = 'parameter_invalid'): ParamProblem {
  return { code, param, message };
}

function isNumber(value: unknown, source: ParamSource): boolean {
  if (source === 'json') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

function isFlag(value: unknown, source: ParamSource): boolean {
  return source === 'json' ? typeof value === 'boolean' : value === 'true' || value === 'false';
}

function isWord(value: unknown, words: readonly string[]): boolean {
  return (typeof value === 'string' || typeof value === 'number') && words.includes(String(value));
}

function checkFields(
  checked: Checked,
  fields: Extract<ParamType, { kind: 'object' }>['fields'],
  value: Record<string, unknown>,
  param: string,
): ParamProblem | undefined {
  const nameOf = (key: string): string => (param === '' ? key : `${param}[${key}]`);
  for (const [key, child] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      return invalid(nameOf(key), `Received unknown parameter: ${nameOf(key)}`, 'parameter_unknown');
    }
    const problem = checkValue(checked, field.of, child, nameOf(key));
    if (problem) return problem;
  }
  const missing = Object.entries(fields).find(
    ([key, field]) => field.required && !Object.hasOwn(value, key),
  )?.[0];
  if (missing === undefined) return undefined;
  return invalid(nameOf(missing), `Missing required param: ${nameOf(missing)}.`, 'parameter_missing');
}

function checkEach(
  checked: Checked,
  of: number,
  entries: readonly (readonly [string, unknown])[],
  param: string,
): ParamProblem | undefined {
  for (const [key, child] of entries) {
    const problem = checkValue(checked, of, child, `${param}[${key}]`);
    if (problem) return problem;
  }
  return undefined;
}

/** A value fits one of the alternatives; else the alternative of its own shape says what is wrong. */
function checkUnion(
  checked: Checked,
  of: readonly number[],
  value: unknown,
  param: string,
): ParamProblem | undefined {
  const problems = of.map((place) => ({ place, problem: checkValue(checked, place, value, param) }));
  if (problems.some(({ problem }) => problem === undefined)) return undefined;
  const deepest = problems.find(({ place }) => {
    const kind = checked.types[place]?.kind;
    return isRecord(value) ? kind === 'object' || kind === 'map' : kind === 'list' && Array.isArray(value);
  });
  return (deepest ?? problems[0])?.problem ?? invalid(param, `Invalid ${param}`);
}

/** The first thing in `value` that its type does not allow. */
function checkValue(
  checked: Checked,
  place: number,
  value: unknown,
  param: string,
): ParamProblem | undefined {
  const type = checked.types[place] ?? { kind: 'any' };
  const unless = (holds: boolean, message: string, code?: string): ParamProblem | undefined =>
    holds ? undefined : invalid(param, message, code);
  switch (type.kind) {
    case 'any':
      return undefined;
    case 'text':
      return unless(typeof value === 'string', `Invalid string: ${param}`);
    case 'number':
      return unless(
        isNumber(value, checked.source),
        `Invalid integer: ${param}`,
        'parameter_invalid_integer',
      );
    case 'flag':
      return unless(isFlag(value, checked.source), `Invalid boolean: ${param}`);
    case 'nothing':
      return unless(value === '' || (checked.source === 'json' && value === null), `Invalid value: ${param}`);
    case 'words':
      return unless(isWord(value, type.values), `Invalid ${param}: must be one of ${type.values.join(', ')}`);
    case 'union':
      return checkUnion(checked, type.of, value, param);
    case 'list':
      return Array.isArray(value)
        ? checkEach(
            checked,
            type.of,
            value.map((child, index) => [String(index), child] as const),
            param,
          )
        : invalid(param, `Invalid array: ${param}`);
    case 'map':
      return isRecord(value)
        ? checkEach(checked, type.of, Object.entries(value), param)
        : invalid(param, `Invalid object: ${param}`);
    case 'object':
      return isRecord(value)
        ? checkFields(checked, type.fields, value, param)
        : invalid(param, `Invalid object: ${param}`);
  }
}

function matches(endpoint: Endpoint, method: string, path: readonly string[]): boolean {
  const pattern = endpoint.path.split('/');
  return (
    endpoint.method === method &&
    pattern.length === path.length &&
    pattern.every((step, index) => step === idPlaceholder || step === path[index])
  );
}

/** The endpoints a request may be meant for: those that name its path before those that have an id there. */
function endpointsOf(types: ParamTypes, method: string, path: string): Endpoint[] {
  const steps = path.split('/');
  const found = types.endpoints.filter((endpoint) => matches(endpoint, method, steps));
  const exact = found.filter((endpoint) => endpoint.path === path);
  return exact.length > 0 ? exact : found;
}

/**
 * Whether a request is one the SDK's types allow: an endpoint of its own, no parameter too many, none missing, each of
 * its type. Undefined when it is.
 */
export function findParamProblem(
  types: ParamTypes,
  request: { method: string; path: string; params: Record<string, unknown>; source: ParamSource },
): ParamProblem | undefined {
  const endpoints = endpointsOf(types, request.method, request.path);
  const checked = { types: types.types, source: request.source };
  const problems = endpoints.map((endpoint) => checkValue(checked, endpoint.params, request.params, ''));
  if (problems.includes(undefined)) return undefined;
  return problems[0] ?? invalid('', `The SDK has no ${request.method} ${request.path}`);
}

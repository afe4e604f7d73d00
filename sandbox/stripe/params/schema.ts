/**
 * What a parameter may be, as the SDK's types say it, in a form that can be kept as JSON. Numbers under `of` are
 * places in `ParamTypes.types`, so that types which name each other need no nesting.
 */
export type ParamType =
  | { kind: 'any' }
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'flag' }
  /** Takes a value back: `null`, or an empty text in a form. */
  | { kind: 'nothing' }
  | { kind: 'words'; values: string[] }
  | { kind: 'list'; of: number }
  | { kind: 'map'; of: number }
  | { kind: 'union'; of: number[] }
  | { kind: 'object'; fields: Record<string, { of: number; required: boolean }> };

/** One method of the SDK: where it sends its request, and the type of its parameters. */
export type Endpoint = { method: string; path: string; params: number };

export type ParamTypes = { endpoints: Endpoint[]; types: ParamType[] };

/** Stands for an id in an endpoint's path. */
export const idPlaceholder = ':id';

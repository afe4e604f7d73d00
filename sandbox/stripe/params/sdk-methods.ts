import { Stripe } from 'stripe';
import { idPlaceholder } from '@/sandbox/stripe/params/schema';

type Method = (...args: unknown[]) => unknown;

/** A method of the SDK, by the names that lead to it from the client (`checkout`, `sessions`, `create`). */
export type SdkMethod = { steps: string[]; name: string; call: (ids: number) => SentRequest | undefined };

type SentRequest = { method: string; path: string };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

/** Calls a method with placeholder ids and reads where it would send its request; nothing is sent. */
function watch(resource: Record<string, unknown>, run: Method, ids: number): SentRequest | undefined {
  let sent: SentRequest | undefined;
  const listening = Object.assign(Object.create(resource), {
    _makeRequest: (method: string, path: string) => {
      sent = { method, path: path.replaceAll(encodeURIComponent(idPlaceholder), idPlaceholder) };
      return {};
    },
  });
  run.apply(listening, [...Array.from({ length: ids }, () => idPlaceholder), {}]);
  return sent;
}

function methodsOf(resource: Record<string, unknown>, steps: string[]): SdkMethod[] {
  const prototype: unknown = Object.getPrototypeOf(resource);
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const run = resource[name];
    if (name === 'constructor' || !isMethod(run)) return [];
    return [{ steps, name, call: (ids: number) => watch(resource, run, ids) }];
  });
}

function isResource(value: Record<string, unknown>): boolean {
  return isMethod(value._makeRequest);
}

/** Namespaces such as `checkout` hold resources and nothing else. */
function isNamespace(value: Record<string, unknown>): boolean {
  const own = Object.entries(value).filter(([name]) => name !== 'stripe' && !name.startsWith('_'));
  return (
    own.length > 0 && own.every(([, child]) => isObject(child) && (isResource(child) || isNamespace(child)))
  );
}

function walk(value: Record<string, unknown>, steps: string[]): SdkMethod[] {
  const children = Object.entries(value).flatMap(([name, child]) =>
    name !== 'stripe' && !name.startsWith('_') && isObject(child) && (isResource(child) || isNamespace(child))
      ? walk(child, [...steps, name])
      : [],
  );
  return isResource(value) ? [...methodsOf(value, steps), ...children] : children;
}

/** Every method of the installed SDK that may send a request. */
export function sdkMethods(): SdkMethod[] {
  return walk(Object.fromEntries(Object.entries(new Stripe('sk_test_nobody'))), []);
}

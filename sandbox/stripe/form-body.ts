/** Values as form bodies and queries carry them: text at the leaves. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };

type Branch = { [key: string]: FormValue };

function isBranch(value: FormValue | undefined): value is Branch {
  return typeof value === 'object' && !Array.isArray(value);
}

function keysOf(name: string): string[] {
  const root = name.split('[', 1)[0] ?? name;
  return [root, ...[...name.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')];
}

function place(root: Branch, keys: string[], value: string): void {
  let branch = root;
  keys.forEach((key, depth) => {
    const name = key === '' ? String(Object.keys(branch).length) : key;
    if (depth === keys.length - 1) {
      branch[name] = value;
      return;
    }
    const next = branch[name];
    const child: Branch = isBranch(next) ? next : {};
    branch[name] = child;
    branch = child;
  });
}

function toArrays(value: FormValue): FormValue {
  if (!isBranch(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, toArrays(child)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** Reads `a[b][0]=c` bodies and queries into nested values; `a[]=x` appends. */
export function parseForm(text: string): { [key: string]: FormValue } {
  const root: Branch = {};
  for (const [name, value] of new URLSearchParams(text)) place(root, keysOf(name), value);
  const value = toArrays(root);
  return isBranch(value) ? value : {};
}

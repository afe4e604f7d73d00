const never = new Set(['password', 'newPassword', 'currentPassword', 'token']);

/** No text of a person holds NUL, and the database keeps none. */
const withoutNul = (text: string) => text.replaceAll('\0', '');

/** The fields of a form; a name that comes several times becomes a list, brackets at its end make it one always. */
export function readForm(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const values = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map(withoutNul);
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values;
    else fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** What was typed, to fill the form again, lists line by line; secrets are not sent back. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || never.has(name) || name.startsWith('$ACTION')) continue;
    const before = name.endsWith('[]') && values[name] !== undefined ? `${values[name]}\n` : '';
    values[name] = `${before}${withoutNul(value)}`.slice(0, 5000);
  }
  return values;
}

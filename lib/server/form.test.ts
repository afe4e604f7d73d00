import { expect, it } from 'vitest';
import { readForm, typedValues } from './form';

it('takes NUL out of everything that a form brings', () => {
  const form = new FormData();
  form.append('name', 'Mari\0na');
  form.append('languages[]', 'f\0r');
  form.append('$ACTION_ID', 'x');
  expect(readForm(form)).toEqual({ name: 'Marina', languages: ['fr'] });
  expect(typedValues(form)).toEqual({ name: 'Marina', 'languages[]': 'fr' });
});

it('makes a list of a name that comes several times, and sends no secret back', () => {
  const form = new FormData();
  for (const value of ['a', 'b']) form.append('kind', value);
  form.append('password', 'a calm blue lake');
  expect(readForm(form)).toEqual({ kind: ['a', 'b'], password: 'a calm blue lake' });
  expect(typedValues(form)).toEqual({ kind: 'b' });
});

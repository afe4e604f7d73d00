import { expect, it } from 'vitest';
import { registerSchema } from './schema';

it('everything that is wrong with a registration is told at once', () => {
  const parsed = registerSchema.safeParse({ name: '', email: 'x', password: 'short', locale: 'fr' });
  expect(
    Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path[0], message]) ?? []),
  ).toEqual({
    name: 'account.nameMissing',
    email: 'account.emailInvalid',
    password: 'account.passwordTooShort',
    terms: 'account.termsNotAccepted',
  });
});

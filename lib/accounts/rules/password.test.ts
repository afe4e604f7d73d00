import { describe, expect, test } from 'vitest';
import { commonPasswords, commonWords } from '@/lib/accounts/rules/common-passwords';
import { checkPassword, passwordText } from '@/lib/accounts/rules/password';

const anna = { email: 'anna.mueller@demo.example', name: 'Anna-Lena Müller', userName: 'lena.m' };
const codeOf = (password: string, identity = anna) => {
  const checked = checkPassword(password, identity);
  return checked.ok ? 'ok' : checked.error.code.replace('account.password', '');
};

test.each([
  'vier Wörter am Morgen',
  'consilia-demo',
  'trois-bateaux',
  'длинный пароль утром',
  '😀😁😂🤣😃😄😅😆😉😊',
  'kP3#vX9!qL2z',
])('%s is a good password', (password) => {
  expect(codeOf(password)).toBe('ok');
});

describe('length', () => {
  test('counts characters, not bytes', () => {
    expect(codeOf('neun Zchn')).toBe('TooShort');
    expect(codeOf('zehn Zchn.')).toBe('ok');
    expect(codeOf('😀😁😂🤣😃😄😅😆😉')).toBe('TooShort');
  });

  test('ends at 200', () => {
    expect(codeOf('lang '.repeat(40))).toBe('ok');
    expect(codeOf(`${'lang '.repeat(40)}x`)).toBe('TooLong');
  });
});

test.each([
  '1234567890',
  'Qwertyuiop',
  'PASSWORD123456',
  '!!Passwort2027!!',
  'motdepasse',
  'Пароль123456',
  'йцукенгшщз',
  'aaaaaaaaaaaa',
  'abababababab',
  'klmnopqrstuv',
  '98765432109876'.slice(0, 10),
  'Consilia2027',
])('%s is too common', (password) => {
  expect(codeOf(password)).toBe('Common');
});

test.each([
  'ich bin ANNA heute',
  'Mueller-heute-2',
  'müller geht heim',
  'lena.m ist müde',
  'anna.mueller@demo.example',
])('%s is made of the name', (password) => {
  expect(codeOf(password)).toBe('ContainsIdentity');
});

test('short parts of a name and missing user names refuse nothing', () => {
  expect(codeOf('li und wu am See', { email: 'li@x.org', name: 'Li Wu', userName: '' })).toBe('ok');
  expect(checkPassword('guter Morgen!!', { email: 'li@x.org', name: '', userName: null }).ok).toBe(true);
});

test('the same characters from another keyboard are the same password', () => {
  expect(passwordText('Mu\u0308nchen am See')).toBe(passwordText('M\u00fcnchen am See'));
});

test('the lists hold what can be asked for', () => {
  for (const password of commonPasswords) {
    expect(Array.from(password).length, password).toBeGreaterThanOrEqual(10);
    expect(password).toBe(password.toLowerCase());
  }
  for (const word of commonWords) expect(word).toBe(word.toLowerCase());
});

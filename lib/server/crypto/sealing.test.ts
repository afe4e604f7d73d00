import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyring, seal, unseal, UnreadableError } from './sealing';

const newKey = () => randomBytes(32).toString('base64');
const [first, second] = [newKey(), newKey()];
const keyring = makeKeyring(first, []);
const about = 'client_note/1/of/claire';

describe('what is sealed', () => {
  it('opens again, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unseal(keyring, seal(keyring, text, about), about)).toBe(text);
      }),
    );
  });

  it('shows nothing of the text, and is another each time', () => {
    const [once, again] = [
      seal(keyring, 'She sleeps badly.', about),
      seal(keyring, 'She sleeps badly.', about),
    ];
    expect(Buffer.from(once.sealed).toString('latin1')).not.toContain('sleeps');
    expect(once.sealed).not.toEqual(again.sealed);
  });

  it('does not open when any byte of it was changed, or some are missing', () => {
    const { keyId, sealed } = seal(keyring, 'Text', about);
    for (const index of sealed.keys()) {
      const changed = sealed.with(index, (sealed.at(index) ?? 0) ^ 1);
      expect(() => unseal(keyring, { keyId, sealed: changed }, about)).toThrow(UnreadableError);
      const cut = sealed.slice(0, index);
      expect(() => unseal(keyring, { keyId, sealed: cut }, about)).toThrow(UnreadableError);
    }
  });

  it.each(['client_note/2/of/claire', 'client_note/1/of/henrik', ''])('does not open as %j', (elsewhere) => {
    expect(() => unseal(keyring, seal(keyring, 'Text', about), elsewhere)).toThrow(UnreadableError);
  });
});

describe('rotation', () => {
  const rotated = makeKeyring(second, [first]);

  it('opens what an earlier key sealed, and seals with the current one', () => {
    const old = seal(keyring, 'Text', about);
    expect(unseal(rotated, old, about)).toBe('Text');
    const anew = seal(rotated, 'Text', about);
    expect(anew.keyId).not.toBe(old.keyId);
    expect(unseal(makeKeyring(second, []), anew, about)).toBe('Text');
  });

  it('opens nothing without its key', () => {
    expect(() => unseal(makeKeyring(second, []), seal(keyring, 'Text', about), about)).toThrow(
      UnreadableError,
    );
  });
});

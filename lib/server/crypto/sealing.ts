import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A text that only the holder of the key can read or make; `keyId` says which key that is. */
export type Sealed = { keyId: string; sealed: Uint8Array<ArrayBuffer> };

/** The key that seals, and all that open. */
export type Keyring = { currentId: string; keys: ReadonlyMap<string, Buffer> };

/** What is sealed was changed, belongs to another row, or its key is gone. Says nothing of the text. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

const algorithm = 'aes-256-gcm';
/** Random nonces of 96 bits and whole tags (NIST SP 800-38D, 8.2.2): safe for 2^32 texts of one key. */
const nonceBytes = 12;
const tagBytes = 16;

/** A key is named by its own hash, so that nobody has to give it a name and none is given twice. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('data key').update(key).digest('hex').slice(0, 16);
}

/** Keys in base64: the current one seals, it and the previous ones open. */
export function makeKeyring(current: string, previous: readonly string[]): Keyring {
  const keys = [current, ...previous].map((text) => Buffer.from(text, 'base64'));
  const [currentId = ''] = keys.map(idOf);
  return { currentId, keys: new Map(keys.map((key) => [idOf(key), key])) };
}

/**
 * Seals a text with AES-256-GCM under the current key. `about` names the row and whose it is: put anywhere else, the
 * text does not open. The result is nonce, tag, ciphertext.
 */
export function seal(keyring: Keyring, text: string, about: string): Sealed {
  return sealBytes(keyring, Buffer.from(text, 'utf8'), about);
}

/** The same for what is no text. */
export function sealBytes(keyring: Keyring, bytes: Uint8Array, about: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(keyring, keyring.currentId), nonce, {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const sealed = new Uint8Array(nonceBytes + tagBytes + body.length);
  sealed.set(nonce);
  sealed.set(cipher.getAuthTag(), nonceBytes);
  sealed.set(body, nonceBytes + tagBytes);
  return { keyId: keyring.currentId, sealed };
}

/** Opens what `seal` made about the same thing; throws `UnreadableError` otherwise. */
export function unseal(keyring: Keyring, sealed: Sealed, about: string): string {
  return unsealBytes(keyring, sealed, about).toString('utf8');
}

/** The same for what `sealBytes` made. */
export function unsealBytes(keyring: Keyring, { keyId, sealed }: Sealed, about: string): Buffer {
  const bytes = Buffer.from(sealed);
  const key = keyOf(keyring, keyId);
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([body, decipher.final()]);
  } catch {
    throw new UnreadableError('what is sealed was changed or moved');
  }
}

function keyOf({ keys }: Keyring, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new UnreadableError(`the key ${id} is not among those given`);
  return key;
}

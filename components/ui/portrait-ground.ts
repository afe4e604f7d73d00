export const portraitGrounds = ['a', 'b', 'c', 'd'] as const;

export type PortraitGround = (typeof portraitGrounds)[number];

/** The ground behind a portrait, always the same one for the same id (FNV-1a, then mixed once more). */
export function portraitGround(id: string): PortraitGround {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return portraitGrounds[(mixed >>> 13) % portraitGrounds.length] ?? 'a';
}

/** Up to two capitals of a name, for whoever has no picture: "Haus Linde" gives HL. */
export function monogram(name: string): string {
  const words = name
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return [first, last].map((word) => Array.from(word)[0]?.toUpperCase() ?? '').join('');
}

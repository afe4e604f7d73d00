import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cleanImage } from './clean-image';
import { contentTypeOf } from './content-type';

const red = { create: { width: 6, height: 4, channels: 3 as const, background: '#ff0000' } };

it.each(['jpeg', 'png', 'webp'] as const)(
  'a %s is drawn anew without what else was in it',
  async (format) => {
    const original = await sharp(red)
      .withExif({ IFD0: { Copyright: 'a secret place' } })
      .withMetadata({ orientation: 6 })
      .toFormat(format)
      .toBuffer();
    const cleaned = await cleanImage(new Uint8Array(original), `image/${format}`);
    const bytes = cleaned ?? new Uint8Array();
    expect(contentTypeOf(bytes)).toBe(`image/${format}`);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([4, 6, undefined]);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('secret');
  },
);

it('what only begins like a picture is none', async () => {
  expect(await cleanImage(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'image/jpeg')).toBeNull();
});

it('a picture of more pixels than one may unfold is not taken', async () => {
  const large = { create: { ...red.create, width: 10_000, height: 5_001 } };
  const bytes = await sharp(large).png({ compressionLevel: 9 }).toBuffer();
  expect(await cleanImage(new Uint8Array(bytes), 'image/png')).toBeNull();
});

it('a document stays as it is', async () => {
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7'));
  expect(await cleanImage(bytes, 'application/pdf')).toBe(bytes);
});

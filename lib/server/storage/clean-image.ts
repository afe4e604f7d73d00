import sharp from 'sharp';
import type { ContentType } from '@/lib/shared/file-limits';

/** Beyond this a small file would unfold into more memory than a process has to spare. */
const mostPixels = 50_000_000;

/**
 * A picture drawn anew from its pixels: what else was in it (place, camera, hidden data) is gone, its turn is kept. Null
 * when it cannot be read, or is too large. Documents and texts stay as they are.
 */
export async function cleanImage(
  bytes: Uint8Array<ArrayBuffer>,
  type: ContentType,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!type.startsWith('image/')) return bytes;
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient();
    const drawn =
      type === 'image/jpeg'
        ? picture.jpeg({ quality: 88 })
        : type === 'image/png'
          ? picture.png()
          : picture.webp({ quality: 88 });
    return new Uint8Array(await drawn.toBuffer());
  } catch {
    return null;
  }
}

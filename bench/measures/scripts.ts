import { gzipSync } from 'node:zlib';
import type { Measured } from './types';

const mostBytes = 150_000;

/** Scripts that a page loads by itself or once its panel comes into view, gzip, without what interaction loads. */
export async function measureScripts(base: string, path: string): Promise<Measured> {
  const html = await (await fetch(base + path)).text();
  const sources = [...html.matchAll(/<script[^>]+(?:src|data-later)="([^"]+)"([^>]*)>/g)]
    .filter(([tag]) => !tag.includes('noModule') && !tag.includes('nomodule'))
    .map(([, source = '']) => source.replaceAll('&amp;', '&'));
  let bytes = 0;
  for (const source of new Set(sources)) {
    const script = await fetch(new URL(source, base));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return {
    name: `JavaScript of ${path}`,
    figure: `${(bytes / 1000).toFixed(1)} kB gzip in ${new Set(sources).size} files`,
    target: `≤ ${mostBytes / 1000} kB`,
    isMet: bytes <= mostBytes,
  };
}

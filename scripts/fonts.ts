import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { paperRanges } from '@/lib/payments/documents/render/printable';

/**
 * `npm run fonts`: cuts the typefaces down to what the product sets, so that the first screen of a language waits for
 * some 60 kB instead of 170. Serif 400 keeps the optical sizes of headings, 500 stands at the size of card titles; the
 * sans keeps the weights from 400 to 600. Writes `app/fonts` and the faces
 * of documents, which are committed; run it after a new release of a face.
 */
const folder = 'app/fonts';
const packages = 'node_modules/@fontsource-variable';

/** What shaping needs, and the figures of tables; small capitals, swashes and other alternates go. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'tnum', 'lnum'];
const reduced = { targetFormat: 'woff2', keepFeatures: features, noHinting: true } as const;

type Axes = Record<string, number | { min: number; max: number }>;
type Cut = {
  name: string;
  family: `Consilia ${string}`;
  style: 'normal' | 'italic';
  weight: string;
  file: (script: string) => string;
  axes: Axes;
};

const cuts: Cut[] = [
  {
    name: 'serif-400',
    family: 'Consilia Serif',
    style: 'normal',
    weight: '400',
    file: (script) => `source-serif-4/files/source-serif-4-${script}-opsz-normal.woff2`,
    axes: { wght: 400, opsz: { min: 20, max: 60 } },
  },
  {
    name: 'serif-500',
    family: 'Consilia Serif',
    style: 'normal',
    weight: '500',
    file: (script) => `source-serif-4/files/source-serif-4-${script}-opsz-normal.woff2`,
    axes: { wght: 500, opsz: 22 },
  },
  {
    name: 'serif-italic',
    family: 'Consilia Serif',
    style: 'italic',
    weight: '400',
    file: (script) => `source-serif-4/files/source-serif-4-${script}-wght-italic.woff2`,
    axes: { wght: 400 },
  },
  {
    name: 'sans',
    family: 'Consilia Sans',
    style: 'normal',
    weight: '400 600',
    file: (script) => `inter/files/inter-${script}-wght-normal.woff2`,
    axes: { wght: { min: 400, max: 600 } },
  },
];

/**
 * What each file holds, and when a browser fetches it. `basic` is the part of `latin` that English needs, and Russian
 * for its digits and stops: a family of its own, set before the other in these languages (app/fonts.css).
 */
const scripts: Record<string, string> = {
  basic:
    'U+0020-007E, U+00A0, U+00AB, U+00B7, U+00BB, U+2011, U+2013-2014, U+2018-201A, U+201C-201E, U+2026, U+20AC, U+2212',
  latin:
    'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191-2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
};

function charactersOf(ranges: string): string {
  return ranges
    .split(', ')
    .map((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
        '',
      );
    })
    .join('');
}

/** Documents are set in files of their own: one static face each, with every script, as a PDF embeds them. */
const paperFolder = 'lib/payments/documents/fonts';
const papers: Record<string, string> = {
  'sans-400': 'inter/400Regular/Inter_400Regular.ttf',
  'sans-600': 'inter/600SemiBold/Inter_600SemiBold.ttf',
  'serif-400': 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
};

async function cutPapers(): Promise<void> {
  rmSync(paperFolder, { recursive: true, force: true });
  mkdirSync(paperFolder, { recursive: true });
  const characters = Object.values(paperRanges).map(charactersOf).join('');
  for (const [name, file] of Object.entries(papers)) {
    const source = readFileSync(`node_modules/@expo-google-fonts/${file}`);
    const cut = await subsetFont(source, characters, { ...reduced, targetFormat: 'truetype' });
    writeFileSync(`${paperFolder}/${name}.ttf`, cut);
    console.log(`${name}: ${(source.length / 1000).toFixed(0)} kB to ${(cut.length / 1000).toFixed(0)} kB`);
  }
  copyFileSync(`${folder}/OFL.txt`, `${paperFolder}/OFL.txt`);
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const faces: string[] = [];
  for (const [script, ranges] of Object.entries(scripts)) {
    for (const { name, family, style, weight, file, axes } of cuts) {
      const source = readFileSync(`${packages}/${file(script === 'basic' ? 'latin' : script)}`);
      const cut = await subsetFont(source, charactersOf(ranges), { ...reduced, variationAxes: axes });
      writeFileSync(`${folder}/${name}-${script}.woff2`, cut);
      console.log(
        `${name}-${script}: ${(source.length / 1000).toFixed(0)} kB to ${(cut.length / 1000).toFixed(0)} kB`,
      );
      faces.push(`@font-face {
  font-family: "${script === 'basic' ? family.replace('Consilia', 'Consilia Basic') : family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url("./${name}-${script}.woff2") format("woff2");
  unicode-range: ${ranges};
}`);
    }
  }
  const head =
    '/* Made by `npm run fonts`. Source Serif 4 and Inter, SIL Open Font License 1.1 (OFL.txt). */';
  writeFileSync(`${folder}/faces.css`, `${[head, ...faces].join('\n\n')}\n`);
  const licences = ['source-serif-4', 'inter'].map((face) =>
    readFileSync(`${packages}/${face}/LICENSE`, 'utf8').trim(),
  );
  writeFileSync(`${folder}/OFL.txt`, `${licences.join('\n\n----\n\n')}\n`);
}

await main();
await cutPapers();

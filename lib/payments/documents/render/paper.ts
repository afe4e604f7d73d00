import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import { printable } from './printable';

const folder = join(process.cwd(), 'lib/payments/documents/fonts');
const faces = { sans: 'sans-400.ttf', strong: 'sans-600.ttf', serif: 'serif-400.ttf' } as const;
type Face = keyof typeof faces;

const ink = '#1f2421';
const faint = '#5f6661';
const hairline = '#d9d6cf';
const margin = 56;
const width = 595.28 - 2 * margin;
/** Where the page ends for text; the footer stands below. */
const bottom = 841.89 - 84;
/** Where the footer ends, and how high it may be: three lines, for long names. */
const footEnd = 841.89 - 46;
const footAtMost = 36;

export type Column = { head: string; width: number; align?: 'left' | 'right' };
export type PaperRow = { cells: string[]; note?: string };
export type Fact = { label: string; value: string };

type Style = {
  face?: Face;
  size?: number;
  colour?: string;
  align?: 'left' | 'right';
  gap?: number;
  /** No higher than that; what is longer ends with three dots. */
  most?: number;
};

/**
 * A4 pages written from top to bottom, with the few parts that documents are made of. The same calls make the same
 * bytes: the only time in it is the one that is handed in.
 */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<void>;

  constructor({ title, author, locale, at }: { title: string; author: string; locale: string; at: Date }) {
    this.pdf = new PdfDocument({
      size: 'A4',
      margins: { top: margin, bottom: 40, left: margin, right: margin },
      bufferPages: true,
      lang: locale,
      displayTitle: true,
      font: join(folder, faces.sans),
      info: { Title: title, Author: author, CreationDate: at, ModDate: at },
    });
    for (const [name, file] of Object.entries(faces)) {
      this.pdf.registerFont(name, readFileSync(join(folder, file)));
    }
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.finished = new Promise((resolve) => this.pdf.on('end', () => resolve()));
  }

  private write(text: string, x: number, y: number, room: number, style: Style): number {
    this.pdf
      .font(style.face ?? 'sans')
      .fontSize(style.size ?? 9.5)
      .fillColor(style.colour ?? ink);
    this.pdf.text(printable(text), x, y, {
      width: room,
      align: style.align ?? 'left',
      lineGap: 2,
      ...(style.most !== undefined && { height: style.most, ellipsis: true }),
    });
    return this.pdf.y;
  }

  private heightOf(text: string, room: number, style: Style): number {
    this.pdf.font(style.face ?? 'sans').fontSize(style.size ?? 9.5);
    return this.pdf.heightOfString(printable(text), { width: room, lineGap: 2 });
  }

  private space(height: number): void {
    this.pdf.y += height;
  }

  private line(): void {
    const { y } = this.pdf;
    this.pdf
      .moveTo(margin, y)
      .lineTo(margin + width, y)
      .lineWidth(0.6)
      .strokeColor(hairline)
      .stroke();
    this.space(6);
  }

  /** Begins a page when there is no room for so much. */
  private need(height: number): boolean {
    if (this.pdf.y + height <= bottom) return false;
    this.pdf.addPage();
    return true;
  }

  /** The head of the document: what it is, and its facts at the right. */
  head(title: string, facts: readonly Fact[]): void {
    const top = this.pdf.y;
    const half = width * 0.52;
    const left = this.write(title, margin, top, half, { face: 'serif', size: 22 });
    let y = top + 4;
    for (const { label, value } of facts) {
      const x = margin + half + 12;
      this.write(label, x, y, 92, { size: 8.5, colour: faint });
      y = this.write(value, x + 96, y, width - half - 108, { size: 8.5, align: 'right' }) + 1;
    }
    this.pdf.y = Math.max(left, y) + 22;
  }

  /** The two sides, beside each other. */
  parties(sides: readonly { label: string; lines: readonly string[] }[]): void {
    const top = this.pdf.y;
    const room = width / 2 - 12;
    let lowest = top;
    sides.forEach(({ label, lines }, index) => {
      const x = margin + index * (width / 2 + 12);
      let y = this.write(label, x, top, room, { size: 8.5, colour: faint }) + 2;
      lines.forEach((line, place) => {
        y = this.write(line, x, y, room, { face: place === 0 ? 'strong' : 'sans' });
      });
      lowest = Math.max(lowest, y);
    });
    this.pdf.y = lowest + 24;
  }

  paragraph(text: string, { face = 'sans', size = 9.5, colour = ink, gap = 8 }: Style = {}): void {
    this.need(this.heightOf(text, width, { face, size }));
    this.pdf.y = this.write(text, margin, this.pdf.y, width, { face, size, colour }) + gap;
  }

  note(text: string): void {
    this.paragraph(text, { size: 8.5, colour: faint, gap: 5 });
  }

  private cells(columns: readonly Column[], cells: readonly string[], style: Style): number {
    const top = this.pdf.y;
    let x = margin;
    let lowest = top;
    columns.forEach(({ width: share, align = 'left' }, index) => {
      const room = share * width;
      lowest = Math.max(lowest, this.write(cells[index] ?? '', x, top, room - 6, { ...style, align }));
      x += room;
    });
    return lowest;
  }

  private tableHead(columns: readonly Column[]): void {
    const heads = columns.map(({ head }) => head);
    this.pdf.y = this.cells(columns, heads, { size: 8, colour: faint }) + 4;
    this.line();
  }

  /** Rows with figures; the head is said again on each page. */
  table(columns: readonly Column[], rows: readonly PaperRow[]): void {
    this.tableHead(columns);
    for (const { cells, note } of rows) {
      const tallest = Math.max(
        ...columns.map((column, index) =>
          this.heightOf(cells[index] ?? '', column.width * width - 6, { size: 9 }),
        ),
      );
      if (this.need(tallest + (note === undefined ? 14 : 26))) this.tableHead(columns);
      this.pdf.y = this.cells(columns, cells, { size: 9 });
      if (note !== undefined) {
        this.pdf.y = this.write(note, margin, this.pdf.y, width * 0.6, { size: 8, colour: faint });
      }
      this.space(4);
      this.line();
    }
  }

  /** Sums under a table, at the right; the last one stands out. */
  totals(facts: readonly Fact[]): void {
    this.need(facts.length * 18 + 24);
    this.space(4);
    const room = width * 0.56;
    const x = margin + width - room;
    facts.forEach(({ label, value }, index) => {
      const isLast = index === facts.length - 1;
      const style: Style = isLast ? { face: 'strong', size: 11 } : {};
      const top = this.pdf.y;
      const under = this.write(label, x, top, room * 0.62, style);
      this.write(value, x + room * 0.62, top, room * 0.38 - 6, { ...style, align: 'right' });
      this.pdf.y = under + 3;
    });
    this.space(16);
  }

  /** Writes the foot of every page and gives the bytes. */
  async finish(foot: (page: number, pages: number) => [string, string]): Promise<Uint8Array<ArrayBuffer>> {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(page);
      const [left, right] = foot(page + 1, count);
      const style: Style = { size: 8, colour: faint };
      const height = Math.min(footAtMost, this.heightOf(left, width * 0.75, style));
      this.write(left, margin, footEnd - height, width * 0.75, { ...style, most: footAtMost });
      this.write(right, margin + width * 0.75, footEnd - 12, width * 0.25, { ...style, align: 'right' });
    }
    this.pdf.end();
    await this.finished;
    return Uint8Array.from(Buffer.concat(this.chunks));
  }
}

import { wordsFor } from '@/lib/i18n/worker';
import type { FrozenDocument } from '../types';
import { renderCommission } from './commission-paper';
import { formatsOf } from './formats';
import { renderReceipt } from './receipt-paper';

/** The PDF of a document, from what was frozen when it was issued; the same data makes the same bytes. */
export async function renderPaper(document: FrozenDocument): Promise<Uint8Array<ArrayBuffer>> {
  const words = await wordsFor(document.locale, document.zone);
  const formats = formatsOf(words, document.zone, document.currency);
  return document.kind === 'receipt'
    ? renderReceipt(document, words, formats)
    : renderCommission(document, words, formats);
}

'use client';

import { createContext, type ReactNode, use } from 'react';
import { parsePrice } from '@/lib/shared/price';

/** In which currency a range has its own price, and what the server would say of one that is none. */
export type PriceWords = { currency: string; errors: Readonly<Record<string, string>> };

const Words = createContext<PriceWords>({ currency: '', errors: {} });

/** Hands them to every range below. */
export function PriceWordsProvider({ words, children }: { words: PriceWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export const usePriceWords = (): PriceWords => use(Words);

/** What is wrong with a price as it is typed, by the server's own rule; empty is the service's. */
export function wrongPrice(price: string, { errors }: PriceWords): string | undefined {
  const parsed = price.trim() === '' ? undefined : parsePrice(price);
  return parsed && !parsed.ok ? errors[parsed.error.code] : undefined;
}

'use client';

import { createContext } from 'react';

/** Says one sentence at the edge of the screen, where a page has a place for it; elsewhere nothing is said. */
export const Say = createContext<(sentence: string) => void>(() => {});

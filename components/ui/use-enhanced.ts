'use client';

import { useSyncExternalStore } from 'react';

const wide = '(min-width: 48rem) and (pointer: fine)';

function subscribe(change: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', change);
  return () => query.removeEventListener('change', change);
}

/**
 * Whether the richer control may take the place of the browser's own: false on the server, without
 * script, on phones and with a coarse pointer.
 */
export function useEnhanced(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(wide).matches,
    () => false,
  );
}

const never = () => () => {};

/** Whether script has taken over the page: false on the server and without it. */
export function useScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

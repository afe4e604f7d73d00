'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type AskAgainProps = {
  everyMs: number;
  /** So often at most, where what is waited for may never come. */
  times?: number;
};

/** Reads the page again from time to time, until what it waits for has come and it is gone; slower as time goes by. */
export function AskAgain({ everyMs, times = Infinity }: AskAgainProps) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (ms: number, left: number) => {
      if (left === 0) return;
      timer = setTimeout(() => {
        router.refresh();
        wait(Math.min(ms * 1.3, 15_000), left - 1);
      }, ms);
    };
    wait(everyMs, times);
    return () => clearTimeout(timer);
  }, [router, everyMs, times]);
  // Without script nothing counts, and the page would be read for ever.
  if (times !== Infinity) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.max(4, Math.ceil(everyMs / 1000)))} />
    </noscript>
  );
}

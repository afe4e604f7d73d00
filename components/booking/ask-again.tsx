'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again from time to time, until what it waits for has come and it is gone; slower as time goes by. */
export function AskAgain({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (ms: number) => {
      timer = setTimeout(() => {
        router.refresh();
        wait(Math.min(ms * 1.3, 15_000));
      }, ms);
    };
    wait(everyMs);
    return () => clearTimeout(timer);
  }, [router, everyMs]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.max(4, Math.ceil(everyMs / 1000)))} />
    </noscript>
  );
}

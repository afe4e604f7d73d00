'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { browserZone } from '@/components/accounts/browser-zone';

const year = 365 * 24 * 3600;

/**
 * Leaves the browser's zone in a cookie, so that pages made on the server show times on the reader's clocks. `guess` is
 * the zone of a page that was made without knowing: it is made anew when the browser says another one.
 */
export function ZoneCookie({ guess }: { guess?: string | undefined }) {
  const router = useRouter();
  useEffect(() => {
    const timeZone = browserZone();
    const entry = `zone=${timeZone}`;
    if (!document.cookie.split('; ').includes(entry))
      document.cookie = `${entry}; path=/; max-age=${year}; samesite=lax`;
    if (guess && guess !== timeZone) router.refresh();
  }, [guess, router]);
  return null;
}

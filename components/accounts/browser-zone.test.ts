import { afterEach, expect, it, vi } from 'vitest';
import { zoneChoices } from '@/lib/accounts/rules/time-zones';
import { browserZone } from './browser-zone';

afterEach(() => vi.restoreAllMocks());

it.each(['Europe/Kiev', 'Asia/Calcutta', 'Asia/Saigon', 'America/Buenos_Aires', 'Europe/Paris'])(
  'offers %s out of the list',
  (timeZone) => {
    const options = { ...Intl.DateTimeFormat().resolvedOptions(), timeZone };
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options);
    const reported = browserZone();
    vi.restoreAllMocks();
    expect(zoneChoices(new Date()).map(({ id }) => id)).toContain(reported);
  },
);

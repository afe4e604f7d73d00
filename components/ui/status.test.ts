import {
  Ban,
  CalendarCheck,
  CalendarPlus,
  CircleCheckBig,
  CircleDashed,
  Clock,
  TimerOff,
  X,
} from 'lucide-react';
import { describe, expect, it } from 'vitest';
import de from '@/messages/de/ui.json' with { type: 'json' };
import en from '@/messages/en/ui.json' with { type: 'json' };
import fr from '@/messages/fr/ui.json' with { type: 'json' };
import ru from '@/messages/ru/ui.json' with { type: 'json' };
import { bookingStatuses, statusLooks } from './status';

describe('statusLooks', () => {
  it('gives each status its own mark', () => {
    expect(bookingStatuses.map((status) => statusLooks[status].icon)).toEqual([
      Clock,
      CalendarCheck,
      Ban,
      CircleCheckBig,
      X,
      CircleDashed,
      CalendarPlus,
      TimerOff,
    ]);
  });

  it.each([
    ['fr', fr],
    ['ru', ru],
    ['de', de],
    ['en', en],
  ])('has a different word for each status in %s', (_, messages) => {
    const words = bookingStatuses.map((status) => messages.status[status]);
    expect(new Set(words).size).toBe(bookingStatuses.length);
  });
});

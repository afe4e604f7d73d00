import type { PriceRecord } from '@/sandbox/stripe/billing/records';

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** The instant whole periods after an anchor: the same day of a later month, or its last one; UTC, as Stripe counts. */
export function addPeriods(anchor: number, interval: PriceRecord['interval'], count: number): number {
  const at = new Date(anchor * 1000);
  const months = at.getUTCMonth() + count * (interval === 'year' ? 12 : 1);
  const year = at.getUTCFullYear() + Math.floor(months / 12);
  const month = ((months % 12) + 12) % 12;
  const day = Math.min(at.getUTCDate(), daysIn(year, month));
  const time = anchor % 86_400;
  return Date.UTC(year, month, day) / 1000 + time;
}

/** The first end of a period, counted from the anchor, that lies after an instant. */
export function periodEndAfter(anchor: number, interval: PriceRecord['interval'], after: number): number {
  for (let count = 1; ; count += 1) {
    const end = addPeriods(anchor, interval, count);
    if (end > after) return end;
  }
}

import type { Formats } from 'next-intl';

/** Shared formats of dates and numbers; the zone is always given by the caller. */
export const formats = {
  dateTime: {
    date: { day: 'numeric', month: 'long', year: 'numeric' },
    weekdayDate: { weekday: 'short', day: 'numeric', month: 'long' },
    time: { hour: '2-digit', minute: '2-digit' },
    dateTime: { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  },
} satisfies Formats;

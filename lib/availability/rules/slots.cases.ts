import cases from './slots.cases.json';
import { type Example, onlyOn } from './slots.examples';

/**
 * Eighty drawn cases around the shifts of the clock in 2027 (hours that are skipped and repeated, shifts at midnight, by
 * half an hour and by two, zones of half and quarter hours, fixed offsets; buffers, busy times, packing, notice, horizon
 * at their edges). What they offer was worked out by another program that shares nothing with the rule: a walk over each
 * minute of the wall clock, in Python with its own tables of zones.
 */
export const drawnCases: readonly Example[] = cases.map((drawn, index) => {
  const [bufferBeforeMinutes = 0, bufferAfterMinutes = 0] = drawn.buffers;
  const pair = ([start = '', end = '']: readonly string[]) => [start, end] as const;
  return {
    name: `${index + 1}: ${drawn.zone}, ${Object.values(drawn.days).join(' ')}`,
    zone: drawn.zone,
    exceptions: Object.entries(drawn.days).flatMap(([date, ranges]) => (ranges ? onlyOn(date, ranges) : [])),
    service: {
      durationMinutes: drawn.durationMinutes,
      stepMinutes: drawn.stepMinutes,
      alignment: drawn.isPacked ? 'packed' : 'fixed',
      bufferBeforeMinutes,
      bufferAfterMinutes,
      noticeMinutes: drawn.noticeMinutes,
      horizonDays: drawn.horizonDays,
    },
    busy: drawn.busy.map(pair),
    now: drawn.now,
    window: pair(drawn.window),
    starts: drawn.starts,
  };
});

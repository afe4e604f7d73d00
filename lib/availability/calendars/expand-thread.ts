import { parentPort } from 'node:worker_threads';
import { type CalendarText, expandCalendar } from './rules/expand-calendar';

/** The thread's side of `expandApart`. */
parentPort?.on('message', (calendar: CalendarText) => {
  parentPort?.postMessage(expandCalendar(calendar));
});

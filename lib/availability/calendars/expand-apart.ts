import { Worker } from 'node:worker_threads';
import { log } from '@/lib/server/log';
import type { CalendarText, Expansion } from './rules/expand-calendar';

const mostMs = 15_000;
const mostMegabytes = 256;

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

function startThread(): Worker {
  const worker = new Worker(new URL('./expand-thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  worker.unref();
  const forget = () => {
    if (thread === worker) thread = undefined;
  };
  // Also when it ends while nobody asks.
  worker.on('error', forget).on('exit', forget);
  return worker;
}

function ask(calendar: CalendarText, ms: number): Promise<Expansion> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = thread ??= startThread();
    } catch (error) {
      reject(error);
      return;
    }
    const end = (answer: Expansion) => {
      clearTimeout(timer);
      worker.off('message', end).off('error', giveUp).off('exit', giveUp);
      resolve(answer);
    };
    const giveUp = (reason: unknown) => {
      log.warn({ err: reason }, 'calendar given up');
      thread = undefined;
      end({ ok: false, failure: 'too_complex' });
      void worker.terminate();
    };
    const timer = setTimeout(() => giveUp('too slow'), ms);
    worker.once('message', end);
    worker.once('error', giveUp);
    worker.once('exit', giveUp);
    worker.postMessage(calendar);
  });
}

/**
 * `expandCalendar` in a thread of its own, one calendar after the other. A file can be written so that the library that
 * reads it never comes back, or fills the memory: then the thread is ended, and nothing else is held up by it.
 */
export function expandApart(calendar: CalendarText, ms = mostMs): Promise<Expansion> {
  const expanded = last.then(() => ask(calendar, ms));
  last = expanded.catch(() => {});
  return expanded;
}

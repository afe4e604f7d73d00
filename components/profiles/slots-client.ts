import type { OwnTerms } from '@/lib/availability/rules/terms';

/** What `/api/slots` answers: free starts of some days, and where the next free one lies. */
export type SlotsAnswer = {
  /** The reader's zone that was used: of the account, otherwise the one that was asked for. */
  zone: string;
  /** First day of the window, as 2026-11-26 in that zone. */
  from: string;
  /** Price and ways to meet where they differ from the service's. */
  slots: readonly ({ start: string } & OwnTerms)[];
  /** First day with a free time after the window, if there is one. */
  next: string | null;
};

type SlotsQuestion = { service: string; member?: string; zone: string; from?: string; days: number };

function isAnswer(body: unknown): body is SlotsAnswer {
  return (
    typeof body === 'object' &&
    body !== null &&
    'zone' in body &&
    typeof body.zone === 'string' &&
    'from' in body &&
    typeof body.from === 'string' &&
    'slots' in body &&
    Array.isArray(body.slots) &&
    'next' in body
  );
}

/** Asks for the free times. Without `from` the answer begins on the first day that has one. */
export async function askSlots(question: SlotsQuestion, signal: AbortSignal): Promise<SlotsAnswer> {
  const query = new URLSearchParams({
    service: question.service,
    zone: question.zone,
    days: String(question.days),
    ...(question.member && { member: question.member }),
    ...(question.from && { from: question.from }),
  });
  const response = await fetch(`/api/slots?${query}`, { signal, cache: 'no-store' });
  const body: unknown = response.ok ? await response.json() : undefined;
  if (!isAnswer(body)) throw new Error(`free times: ${response.status}`);
  return body;
}

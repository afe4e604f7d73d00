import type { OwnEventSeats } from '@/lib/events/types';

function isAnswer(body: unknown): body is OwnEventSeats {
  return (
    typeof body === 'object' &&
    body !== null &&
    'seatsLeft' in body &&
    typeof body.seatsLeft === 'number' &&
    'refusal' in body &&
    'own' in body &&
    'isWaiting' in body
  );
}

/** Asks for the seats of an event as the reader finds them. */
export async function askSeats(eventId: string, signal: AbortSignal): Promise<OwnEventSeats> {
  const response = await fetch(`/api/events/${eventId}/seats`, { signal, cache: 'no-store' });
  const body: unknown = response.ok ? await response.json() : undefined;
  if (!isAnswer(body)) throw new Error(`seats: ${response.status}`);
  return body;
}

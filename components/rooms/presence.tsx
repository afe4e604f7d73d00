'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { checkInAction } from '@/lib/rooms/actions';

/** Where one is: in the room of a booking or of an event. */
type Room = { bookingId: string } | { eventId: string };

type PresenceProps = {
  room: Room;
  /** How long until the room opens; 0 when it is open. */
  opensInMs: number;
  /** Checked in already, by the form. */
  isHere: boolean;
  labels: Record<'enter' | 'stay' | 'leave' | 'present' | 'failed' | 'over', string>;
};

type State = 'away' | 'present' | 'lost' | 'over';

const beatMs = 20_000;

/**
 * Tells the server that the reader is there, every 20 seconds until they leave or the session is over. Without script
 * the button is a form, to be sent again from time to time.
 */
export function Presence({ room, opensInMs, isHere, labels }: PresenceProps) {
  const [state, setState] = useState<State>(isHere ? 'present' : 'away');
  const [isOpen, setIsOpen] = useState(opensInMs === 0);
  useEffect(() => {
    if (isOpen) return;
    const timer = setTimeout(() => setIsOpen(true), Math.min(opensInMs, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [isOpen, opensInMs]);
  const key = JSON.stringify(room);
  const isPresent = state === 'present' || state === 'lost';
  useEffect(() => {
    if (!isPresent) return;
    const timer = setInterval(() => void tell(key, false).then(setState), beatMs);
    const leave = () => void tell(key, true);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [isPresent, key]);
  if (!isOpen) return null;
  return (
    <div className="grid justify-items-start gap-4">
      <div role="status" className="w-full">
        {state === 'present' && <Banner>{labels.present}</Banner>}
        {state === 'lost' && <Banner tone="warm">{labels.failed}</Banner>}
        {state === 'over' && <Banner tone="line">{labels.over}</Banner>}
      </div>
      {state === 'away' && (
        <form
          action={checkInAction}
          onSubmit={(event) => {
            event.preventDefault();
            void tell(key, false).then(setState);
          }}
        >
          <RoomField room={room} />
          <Button type="submit" size="lg">
            {labels.enter}
          </Button>
        </form>
      )}
      {isHere && (
        <noscript>
          <form action={checkInAction} className="grid justify-items-start gap-3">
            <RoomField room={room} />
            <p>{labels.stay}</p>
            <Button type="submit" variant="secondary">
              {labels.enter}
            </Button>
          </form>
        </noscript>
      )}
      {isPresent && (
        <Button variant="secondary" onClick={() => void tell(key, true).then(() => setState('away'))}>
          {labels.leave}
        </Button>
      )}
    </div>
  );
}

function RoomField({ room }: { room: Room }) {
  const [[name, value] = []] = Object.entries(room);
  return <input type="hidden" name={name} value={value} />;
}

/** `room` is written as JSON, so that it is the same as long as it says the same. */
async function tell(room: string, leave: boolean): Promise<State> {
  try {
    const response = await fetch('/api/presence', {
      method: 'POST',
      body: JSON.stringify({ ...JSON.parse(room), leave }),
      headers: { 'content-type': 'application/json' },
      keepalive: true,
    });
    if (response.ok) return 'present';
    return response.status === 409 || response.status === 404 ? 'over' : 'lost';
  } catch {
    return 'lost';
  }
}

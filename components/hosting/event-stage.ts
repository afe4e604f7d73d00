import {
  CalendarCheck,
  CalendarX,
  CircleCheckBig,
  CircleDashed,
  Lock,
  PencilLine,
  Radio,
  UsersRound,
} from 'lucide-react';
import type { StatusLook } from '@/components/ui/status';
import type { OwnEvent } from '@/lib/events/types';

export type EventStage =
  | 'draft'
  | 'onSale'
  | 'closed'
  | 'running'
  | 'completed'
  | 'by_host'
  | 'below_minimum'
  | 'host_absent';

/** Mark and colours of each stage; the words are `hosting.status`. */
export const stageLooks: Readonly<Record<EventStage, StatusLook>> = {
  draft: { icon: PencilLine, className: 'bg-tint text-ink-2' },
  onSale: { icon: CalendarCheck, className: 'bg-accepted-soft text-accepted' },
  closed: { icon: Lock, className: 'bg-pending-soft text-pending' },
  running: { icon: Radio, className: 'bg-accepted-soft text-accepted' },
  completed: { icon: CircleCheckBig, className: 'bg-completed-soft text-completed' },
  by_host: { icon: CalendarX, className: 'bg-cancelled-soft text-cancelled' },
  below_minimum: { icon: UsersRound, className: 'bg-cancelled-soft text-cancelled' },
  host_absent: { icon: CircleDashed, className: 'bg-missed-soft text-missed' },
};

type Staged = Pick<OwnEvent, 'status' | 'ending' | 'startsAt' | 'bookUntil'>;

/** Where an event stands for its provider. What has ended and is not settled yet still counts as under way. */
export function stageOf({ status, ending, startsAt, bookUntil }: Staged, now: Date): EventStage {
  if (status === 'cancelled') return ending ?? 'by_host';
  if (status !== 'published') return status;
  if (startsAt <= now) return 'running';
  return bookUntil <= now ? 'closed' : 'onSale';
}

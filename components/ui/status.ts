import {
  Ban,
  CalendarCheck,
  CalendarPlus,
  CircleCheckBig,
  CircleDashed,
  Clock,
  Hourglass,
  type LucideIcon,
  TimerOff,
  X,
} from 'lucide-react';

export const bookingStatuses = [
  'pending',
  'accepted',
  'rejected',
  'completed',
  'cancelled',
  'missed',
  'proposed',
  'lapsed',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export type StatusLook = { icon: LucideIcon; className: string };

/** The mark and the colours of each status; the words come from the messages `ui.status`. */
export const statusLooks: Readonly<Record<BookingStatus, StatusLook>> = {
  pending: { icon: Clock, className: 'bg-pending-soft text-pending' },
  accepted: { icon: CalendarCheck, className: 'bg-accepted-soft text-accepted' },
  rejected: { icon: Ban, className: 'bg-rejected-soft text-rejected' },
  completed: { icon: CircleCheckBig, className: 'bg-completed-soft text-completed' },
  cancelled: { icon: X, className: 'bg-cancelled-soft text-cancelled' },
  missed: { icon: CircleDashed, className: 'bg-missed-soft text-missed' },
  proposed: { icon: CalendarPlus, className: 'bg-pending-soft text-pending' },
  lapsed: { icon: TimerOff, className: 'bg-cancelled-soft text-cancelled' },
};

/** A time that is held while its client pays; not a status of a booking. */
export const heldLook: StatusLook = { icon: Hourglass, className: 'bg-warm-soft text-warm-ink' };

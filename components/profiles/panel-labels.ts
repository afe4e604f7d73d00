import type { DateStripLabels } from '@/components/ui/date-strip';
import type { SlotPickerLabels } from '@/components/ui/slot-picker';
import type { Channel } from './types';

/** Sentences of the booking panel as they are written; names, dates and times are filled in by the leaf. */
export type PanelLabels = DateStripLabels &
  SlotPickerLabels & {
    service: string;
    /** Who gives it, at a practice with several; and no one in particular. */
    member: string;
    anyMember: string;
    loading: string;
    failed: string;
    /** "Next free day: {date}" */
    nextDay: string;
    nothing: string;
    pickTime: string;
    /** "Continue, {date} at {time}" */
    proceed: string;
    allTimes: string;
    wait: string;
    yourZone: string;
    advisorZone: string;
    /** "Times in {zone}" */
    zone: string;
    /** How long a paid session can be cancelled: by the rule, until a date, not at all. */
    cancel: { any: string; until: string; never: string };
    /** "At this time: {price}, {ways}" */
    terms: string;
    ways: Readonly<Record<Channel, string>>;
    freeOfCharge: string;
    /** What booking means for the money, by how the advisor confirms: "{price}, paid when you book." */
    note: Readonly<Record<'paid' | 'free', Readonly<Record<'request' | 'instant', string>>>>;
    toTimes: string;
  };

import type { AgendaKind } from './agenda-items';

/** Sessions solid, what is not sure dashed, what is over quiet; always with words beside the colour. */
export const agendaLooks: Readonly<Record<AgendaKind, string>> = {
  event: 'border-warm-line border-s-warm bg-warm-soft text-warm-ink hover:border-warm',
  session: 'border-accent-line border-s-accent bg-accent-soft text-accent-ink hover:border-accent',
  request: 'border-dashed border-pending bg-surface text-pending hover:bg-pending-soft',
  over: 'border-line bg-surface text-ink-3 hover:text-ink',
  proposal: 'border-dashed border-accent bg-surface text-accent-ink',
  busy: 'border-dashed border-line bg-sunken text-ink-3',
  blocked: 'border-line bg-sunken text-ink-2',
};

import clsx from 'clsx';
import { BadgeCheck, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { type BookingStatus, statusLooks } from './status';

type ChipProps = { icon: LucideIcon; className: string; children: ReactNode };

/** Icon and word on a soft ground. The colour never stands alone. */
export function Chip({ icon, className, children }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 rounded-full py-[3px] ps-2 pe-2.5 text-xs font-medium whitespace-nowrap',
        className,
      )}
    >
      <Icon of={icon} size="sm" />
      {children}
    </span>
  );
}

/** The status of a booking. `children` replaces the usual word, for instance "Waiting for Claire". */
export function StatusChip({ status, children }: { status: BookingStatus; children?: ReactNode }) {
  const t = useTranslations('ui.status');
  return <Chip {...statusLooks[status]}>{children ?? t(status)}</Chip>;
}

type TagProps = { children: ReactNode; size?: 'sm' | 'md'; href?: string; className?: string };

export function Tag({ children, size = 'sm', href, className }: TagProps) {
  const look = clsx(
    'inline-flex items-center gap-1.5 rounded-full border border-line bg-surface text-ink-2',
    size === 'md' ? 'px-4 py-1.5 text-sm' : 'min-h-6 px-2.5 py-[3px] text-xs',
    href && 'hover:border-line-strong hover:text-ink',
    className,
  );
  return href ? (
    <a href={href} className={look}>
      {children}
    </a>
  ) : (
    <span className={look}>{children}</span>
  );
}

/** Two-letter codes of spoken languages; their names are read aloud. */
export function LanguageTags({ languages }: { languages: readonly { code: string; name: string }[] }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {languages.map(({ code, name }) => (
        <abbr
          key={code}
          title={name}
          className="rounded-xs bg-tint px-1.5 text-2xs leading-4.5 font-semibold text-ink-2 no-underline"
        >
          {code.toUpperCase()}
          <span className="sr-only"> {name}</span>
        </abbr>
      ))}
    </span>
  );
}

/** Shown only when an admin has checked the diplomas. */
export function VerifiedBadge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs font-medium whitespace-nowrap text-accent-ink">
      <Icon of={BadgeCheck} className="size-4" />
      {children}
    </span>
  );
}

/** A dot and a word for what holds right now. */
export function Live({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-xs font-medium whitespace-nowrap text-accepted before:size-2 before:flex-none before:rounded-full before:bg-current before:shadow-[0_0_0_3px_var(--color-accepted-soft)]">
      {children}
    </span>
  );
}

/** A number on a pill, for instance unread messages. `label` is what is read aloud. */
export function Count({ value, label, soft = false }: { value: number; label: string; soft?: boolean }) {
  return (
    <span
      className={clsx(
        'inline-grid h-5 min-w-5 place-items-center rounded-full px-1.5 text-2xs leading-none font-semibold tabular-nums',
        soft ? 'bg-tint text-ink-2' : 'bg-accent text-on-accent',
      )}
    >
      <span aria-hidden="true">{value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

const tones = {
  plain: 'bg-tint text-ink-2',
  done: 'bg-accent-soft text-accent-ink',
  waiting: 'bg-warm-soft text-warm-ink',
  wrong: 'bg-rejected-soft text-rejected',
} as const;

/** What happened and what comes next, one step a line. Newest first for activity, else oldest first. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="grid">{children}</ol>;
}

type TimelineStepProps = {
  icon: LucideIcon;
  heading: ReactNode;
  tone?: keyof typeof tones;
  children?: ReactNode;
};

export function TimelineStep({ icon, heading, tone = 'plain', children }: TimelineStepProps) {
  return (
    <li className="relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3.5 pb-5.5 not-last:before:absolute not-last:before:inset-y-8 not-last:before:start-3.25 not-last:before:bottom-1 not-last:before:w-px not-last:before:bg-line last:pb-0">
      <span className={clsx('grid size-7 place-items-center rounded-full', tones[tone])}>
        <Icon of={icon} size="sm" />
      </span>
      <div className="min-w-0 pt-0.5">
        <p className="leading-5.5 font-semibold">{heading}</p>
        {children && <div className="text-sm text-ink-3">{children}</div>}
      </div>
    </li>
  );
}

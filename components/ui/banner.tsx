import clsx from 'clsx';
import { CircleAlert, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

const tones = {
  info: { ground: 'bg-accent-soft', ink: 'text-accent-ink', icon: Info },
  warm: { ground: 'bg-warm-soft', ink: 'text-warm-ink', icon: CircleAlert },
  danger: { ground: 'bg-rejected-soft', ink: 'text-rejected', icon: CircleAlert },
  line: { ground: 'border border-line', ink: 'text-ink-3', icon: Info },
} as const;

type BannerProps = {
  /** info: good to know; warm: the reader must act; danger: something failed; line: evidence. */
  tone?: keyof typeof tones;
  heading?: ReactNode;
  icon?: LucideIcon;
  /** One action. */
  action?: ReactNode;
  children?: ReactNode;
  /** Read aloud as soon as it appears; for the answer to what was just sent. */
  live?: boolean;
};

export function Banner({ tone = 'info', heading, icon, action, children, live = false }: BannerProps) {
  const look = tones[tone];
  return (
    <div
      {...(live && { role: tone === 'danger' ? 'alert' : 'status' })}
      className={clsx(
        'flex flex-wrap items-start gap-x-3.5 gap-y-3 rounded-lg px-4.5 py-3.5 text-sm leading-5.5',
        look.ground,
      )}
    >
      <Icon of={icon ?? look.icon} className={clsx('mt-px size-5', look.ink)} />
      <div className="min-w-0 flex-1 basis-48 wrap-anywhere">
        {heading && <p className="font-semibold">{heading}</p>}
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {action && <div className="ms-auto max-md:ms-8.5">{action}</div>}
    </div>
  );
}

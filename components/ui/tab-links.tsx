import clsx from 'clsx';
import type { ReactNode } from 'react';

export const tabListLook = 'flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none]';

export const tabLook = clsx(
  '-mb-px inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink',
  'focus-visible:-outline-offset-3 aria-selected:border-accent aria-selected:text-ink aria-[current]:border-accent aria-[current]:text-ink',
);

export type TabLink = { href: string; label: ReactNode; current?: boolean };

/** Pages or sections beside each other that each have an address. */
export function TabLinks({
  label,
  links,
  className,
}: {
  label: string;
  links: readonly TabLink[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={clsx(tabListLook, className)}>
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          aria-current={link.current ? 'page' : undefined}
          className={tabLook}
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}

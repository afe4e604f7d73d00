import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Question and answer that folds, with or without script. Put several inside a `border-t border-line`. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group border-b border-line">
      <summary className="flex min-h-15 items-center justify-between gap-4 py-3.5 font-serif text-lg leading-snug focus-visible:rounded-sm">
        {summary}
        <Icon
          of={Plus}
          className="text-accent-ink transition-[rotate] duration-(--duration-base) group-open:rotate-45"
        />
      </summary>
      <div className="max-w-[38rem] pb-5 text-ink-2">{children}</div>
    </details>
  );
}

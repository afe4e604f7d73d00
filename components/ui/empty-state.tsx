import type { ReactNode } from 'react';

type EmptyStateProps = {
  heading: ReactNode;
  /** What will appear here, and how to make it appear. */
  children: ReactNode;
  action?: ReactNode;
  /** Address of a small drawing. */
  picture?: string;
  level?: 'h2' | 'h3';
};

export function EmptyState({ heading, children, action, picture, level: Level = 'h2' }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 px-6 py-10 text-center">
      {picture && (
        <img
          src={picture}
          alt=""
          width={176}
          height={120}
          loading="lazy"
          className="mb-2 h-30 w-44 rounded-xl object-cover [filter:var(--picture-filter)]"
        />
      )}
      <Level className="font-serif text-h3 font-medium">{heading}</Level>
      <p className="max-w-[26rem] text-balance text-ink-2">{children}</p>
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

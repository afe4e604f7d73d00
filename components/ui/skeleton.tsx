import clsx from 'clsx';

/**
 * A block in the place of what is loading, in the final layout. Appears after 300 ms only and
 * stands still with reduced motion. Hidden from assistive technology: say "loading" once nearby.
 */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'block animate-shimmer rounded-sm bg-[linear-gradient(90deg,var(--color-tint)_30%,var(--color-sunken)_50%,var(--color-tint)_70%)] bg-[length:300%_100%]',
        'delayed',
        className,
      )}
    />
  );
}

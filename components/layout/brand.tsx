import clsx from 'clsx';

/** The mark: an open circle, and the other person in it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={clsx('size-7 flex-none', className)}>
      <path
        d="M24.5 8.2A11.5 11.5 0 1 0 24.5 23.8"
        strokeWidth="4.6"
        strokeLinecap="round"
        className="stroke-accent"
      />
      <circle cx="22.6" cy="16" r="4.1" className="fill-warm" />
    </svg>
  );
}

export function Brand({ href }: { href: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center gap-2.5 rounded-sm font-serif text-[1.375rem] leading-none font-medium tracking-[-0.02em] text-ink"
    >
      <BrandMark />
      Consilia
    </a>
  );
}

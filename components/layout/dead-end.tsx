import type { ReactNode } from 'react';

/** A page that cannot show what was asked for: what happened, and where to go from here. */
export function DeadEnd({
  heading,
  children,
  action,
}: {
  heading: ReactNode;
  children: ReactNode;
  action: ReactNode;
}) {
  return (
    <div className="wrap grid justify-items-center gap-4 py-(--section) text-center">
      <img
        src="/img/room-2.svg"
        loading="lazy"
        alt=""
        width={264}
        height={180}
        className="mb-2 h-45 w-66 rounded-xl object-cover [filter:var(--picture-filter)]"
      />
      <h1 className="font-serif text-h1">{heading}</h1>
      <p className="max-w-[30rem] text-balance text-ink-2">{children}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>
    </div>
  );
}

import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** Something that can be acted on as a unit. There is no card inside a card. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={clsx('card', className)} {...rest} />;
}

type CardHeadProps = { heading: ReactNode; level?: 'h2' | 'h3'; children?: ReactNode; id?: string };

/** Title of a card, with an optional link or control at its end. */
export function CardHead({ heading, level: Level = 'h2', children, id }: CardHeadProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pt-4.5 pb-3">
      <Level id={id} className="font-serif text-h3 font-medium">
        {heading}
      </Level>
      {children}
    </div>
  );
}

/** Rows with hairlines between them, in a card. */
export function CardList({ className, ...rest }: ComponentProps<'ul'>) {
  return (
    <ul
      className={clsx('divide-y divide-line *:px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] *:py-3.5', className)}
      {...rest}
    />
  );
}

import { CalendarX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { Hold, type HoldLabels } from './hold';

type FormAction = (form: FormData) => void | Promise<void>;

type HeldProps = {
  heldUntil: Date;
  now: Date;
  isExtendable: boolean;
  words: HoldLabels & Readonly<Record<'overText' | 'again' | 'extend' | 'release', string>>;
  /** Where one can pick anew once it is over. */
  againHref: string;
  extend: FormAction;
  /** Gives it back. */
  release: FormAction;
  /** Hidden fields of both forms. */
  fields?: ReactNode;
  children: ReactNode;
};

/** A time or a seat that is held for some minutes: the clock, one extension, and the way to let it go. */
export function Held({ heldUntil, now, isExtendable, words, againHref, ...rest }: HeldProps) {
  const { extend, release, fields, children } = rest;
  return (
    <Hold
      heldUntil={heldUntil.toISOString()}
      serverNow={now.toISOString()}
      labels={{
        held: words.held,
        fiveMinutes: words.fiveMinutes,
        oneMinute: words.oneMinute,
        over: words.over,
      }}
      over={
        <Banner
          tone="warm"
          icon={CalendarX}
          heading={words.over}
          action={
            <ButtonLink href={againHref} size="sm" variant="secondary">
              {words.again}
            </ButtonLink>
          }
        >
          {words.overText}
        </Banner>
      }
      extend={
        <div className="flex flex-wrap -ms-3">
          {isExtendable && (
            <form action={extend}>
              {fields}
              <SubmitButton variant="ghost" size="sm">
                {words.extend}
              </SubmitButton>
            </form>
          )}
          <form action={release}>
            {fields}
            <SubmitButton variant="ghost" size="sm">
              {words.release}
            </SubmitButton>
          </form>
        </div>
      }
    >
      {children}
    </Hold>
  );
}

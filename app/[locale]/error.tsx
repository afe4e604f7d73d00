'use client';

import { useParams } from 'next/navigation';
import { DeadEnd } from '@/components/layout/dead-end';
import de from '@/messages/de/failure.json';
import en from '@/messages/en/failure.json';
import fr from '@/messages/fr/failure.json';
import ru from '@/messages/ru/failure.json';

const words = new Map(Object.entries({ de, en, fr, ru }));

/** A bug: a calm page in the reader's language, with the number under which it stands in the log. */
export default function Failure({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams();
  const { broken } = words.get(String(locale)) ?? en;
  const look = 'inline-flex min-h-11 items-center rounded-md px-4.5 font-medium';
  return (
    <main id="main">
      <title>{broken.title}</title>
      <DeadEnd
        heading={broken.heading}
        action={
          <>
            <button type="button" onClick={reset} className={`${look} bg-accent text-on-accent`}>
              {broken.again}
            </button>
            <a
              href={`/${String(locale)}`}
              className={`${look} border border-line-strong bg-surface text-ink`}
            >
              {broken.home}
            </a>
          </>
        }
      >
        {broken.text} {error.digest && <span className="tnum">({error.digest})</span>}
      </DeadEnd>
    </main>
  );
}

import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

type SectionProps = { id: string; heading: ReactNode; note?: ReactNode; children: ReactNode };

/** One part of a long form page that is saved on its own. */
export function Section({ id, heading, note, children }: SectionProps) {
  return (
    <Card className="card-pad grid scroll-mt-6 gap-5" id={id}>
      <div className="grid gap-1">
        <h2 className="font-serif text-h3 font-medium">{heading}</h2>
        {note && <p className="text-sm text-ink-2">{note}</p>}
      </div>
      {children}
    </Card>
  );
}

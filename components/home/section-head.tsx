import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

type SectionHeadProps = {
  id: string;
  heading: ReactNode;
  lede?: ReactNode;
  link?: { href: string; label: string };
};

/** Title of a section of a public page, with one way on. */
export function SectionHead({ id, heading, lede, link }: SectionHeadProps) {
  return (
    <div className="mb-[clamp(1.5rem,1rem+2vw,2.75rem)] flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="grid max-w-[40rem] gap-2">
        <h2 id={id} className="font-serif text-h1">
          {heading}
        </h2>
        {lede && <p className="text-ink-2">{lede}</p>}
      </div>
      {link && (
        <a
          href={link.href}
          className="group inline-flex min-h-6 items-center gap-1.5 font-medium text-accent-ink"
        >
          {link.label}
          <Icon
            of={ArrowRight}
            className="transition-transform duration-(--duration-base) group-hover:translate-x-(--distance-sm)"
          />
        </a>
      )}
    </div>
  );
}

import clsx from 'clsx';
import type { ComponentProps } from 'react';

/** Running text: 17 px, wide leading, a measure that can be read. Carries `lang` when it is not the page's. */
export function Prose({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      className={clsx(
        'max-w-prose text-md wrap-anywhere leading-[1.7] text-pretty text-ink-2 *:not-first:mt-4 [&_a]:link [&_li]:ms-5 [&_li]:list-disc',
        className,
      )}
      {...rest}
    />
  );
}

/** Paragraphs of a plain text in which an empty line starts a new one; the first may be set larger. */
export function Paragraphs({ text, lead = false }: { text: string; lead?: boolean }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim().length > 0);
  return paragraphs.map((paragraph, index) => (
    <p
      key={paragraph}
      className={clsx(
        lead &&
          index === 0 &&
          paragraphs.length > 1 &&
          'font-serif text-[1.375rem] leading-[1.45] tracking-[-0.008em] text-ink',
      )}
    >
      {paragraph.trim()}
    </p>
  ));
}

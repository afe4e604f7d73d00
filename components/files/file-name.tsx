const kept = 12;

/** The name of a file; where there is no room for all of it, it is cut in the middle, so that its ending stays. */
export function FileName({ name }: { name: string }) {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  return (
    <span className="block min-w-0" title={name}>
      <span className="sr-only">{name}</span>
      <span aria-hidden className="flex min-w-0">
        <span className="truncate whitespace-pre">{letters.slice(0, -kept).join('')}</span>
        <span className="flex-none whitespace-pre">{letters.slice(-kept).join('')}</span>
      </span>
    </span>
  );
}

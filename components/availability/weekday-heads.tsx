type WeekdayHeadsProps = { names: readonly string[]; className: string };

/** The head of a month: the days of the week. */
export function WeekdayHeads({ names, className }: WeekdayHeadsProps) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" className={`pb-1 font-medium text-ink-3 ${className}`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

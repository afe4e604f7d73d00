import type { ReactNode } from 'react';
import { FormBox } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';

export type Choice = { value: string; label: string };

type ChecksProps = {
  legend: ReactNode;
  /** Sent as a list under this name. */
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** Those beyond are folded away while they are not chosen. */
  more?: { label: string; choices: readonly Choice[] };
};

const gridLook = 'grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-4 gap-y-2.5';

/** Several choices of a list, as boxes. */
export function Checks({ legend, name, choices, chosen, more }: ChecksProps) {
  const box = ({ value, label }: Choice) => (
    <FormBox key={value} name={`${name}[]`} value={value} defaultChecked={chosen.includes(value)}>
      {label}
    </FormBox>
  );
  return (
    <FormGroup name={name} legend={legend}>
      <div className={gridLook}>{choices.map(box)}</div>
      {more && more.choices.length > 0 && (
        <details className="mt-3">
          <summary className="link w-fit cursor-pointer py-1 text-sm">{more.label}</summary>
          <div className={`${gridLook} pt-3`}>{more.choices.map(box)}</div>
        </details>
      )}
    </FormGroup>
  );
}

'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useTypedValues } from './action-form';
import { Checkbox, ChoiceCard } from './choices';

type Chosen = { name: string; value?: string; defaultChecked?: boolean };

/** Whether a box or radio is ticked: as it was sent when the form came back, else as it was. */
function useChosen({ name, value = 'on', defaultChecked = false }: Chosen): boolean {
  const typed = useTypedValues();
  if (Object.keys(typed).length === 0) return defaultChecked;
  return (typed[name]?.split('\n') ?? []).includes(value);
}

type Named<P> = Omit<P, keyof Chosen> & Chosen;

/** A box or radio of an `ActionForm`. */
export function FormBox(props: Named<ComponentProps<typeof Checkbox>>) {
  const isChosen = useChosen(props);
  return <Checkbox {...props} defaultChecked={isChosen} key={String(isChosen)} />;
}

/** A card of an `ActionForm`. */
export function FormChoiceCard(props: Named<ComponentProps<typeof ChoiceCard>>) {
  const isChosen = useChosen(props);
  return <ChoiceCard {...props} defaultChecked={isChosen} key={String(isChosen)} />;
}

type FormRadioProps = Named<Omit<ComponentProps<'input'>, 'className'>> & {
  className?: string;
  /** What is chosen, as a picture. */
  children: ReactNode;
};

/** A radio of an `ActionForm` that shows what it stands for; its name is `aria-label`. */
export function FormRadio({ className, children, ...rest }: FormRadioProps) {
  const isChosen = useChosen(rest);
  return (
    <label className={className}>
      <input {...rest} type="radio" className="sr-only" defaultChecked={isChosen} key={String(isChosen)} />
      {children}
    </label>
  );
}

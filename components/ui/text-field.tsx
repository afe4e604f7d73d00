import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import { NativeSelect, TextArea, TextInput } from './input';

type Around = { id: string; label: ReactNode; note?: ReactNode; hint?: ReactNode; error?: ReactNode };

/** Splits what the field shows from what the control gets. */
function around<Props extends Around>({ id, label, note, hint, error, ...control }: Props) {
  return { field: { id, label, note, hint, error }, control };
}

export function TextField(props: Around & Omit<ComponentProps<typeof TextInput>, keyof Around>) {
  const { field, control } = around(props);
  return <Field {...field}>{(wiring) => <TextInput {...control} {...wiring} />}</Field>;
}

export function TextAreaField(props: Around & Omit<ComponentProps<typeof TextArea>, keyof Around>) {
  const { field, control } = around(props);
  return <Field {...field}>{(wiring) => <TextArea {...control} {...wiring} />}</Field>;
}

export function SelectField(props: Around & Omit<ComponentProps<typeof NativeSelect>, keyof Around>) {
  const { field, control } = around(props);
  return <Field {...field}>{(wiring) => <NativeSelect {...control} {...wiring} />}</Field>;
}

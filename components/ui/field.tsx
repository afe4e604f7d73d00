import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What a control needs to belong to its field; spread it on the control. */
export type ControlProps = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  /** Says that the field may stay empty, for instance "optional". */
  note?: ReactNode;
  hint?: ReactNode;
  /** A sentence that names what is wrong. */
  error?: ReactNode;
  className?: string;
  children: (control: ControlProps) => ReactNode;
};

/** A visible label above a control, a hint or an error below it, and the wiring between them. */
export function Field({ id, label, note, hint, error, className, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={clsx('grid min-w-0 content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {note && <span className="font-regular text-ink-3"> {note}</span>}
      </label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-xs text-danger">
      <Icon of={CircleAlert} size="sm" className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}

'use client';

import type { ReactNode } from 'react';
import { useAnswer } from './action-form';
import { FieldError } from './field';

type FormGroupProps = { name: string; legend: ReactNode; children: ReactNode };

/** Several boxes or radios of one name in an `ActionForm`, with their error below. */
export function FormGroup({ name, legend, children }: FormGroupProps) {
  const { id, error } = useAnswer(name);
  return (
    <fieldset className="min-w-0" {...(error && { 'aria-describedby': `${id}-error`, 'data-wrong': true })}>
      <legend className="mb-3 text-sm font-medium">{legend}</legend>
      {children}
      {error && (
        <div className="mt-2">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

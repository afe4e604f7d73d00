'use client';

import type { ReactNode } from 'react';
import { useAnswer } from '@/components/ui/action-form';
import { FieldError } from '@/components/ui/field';

type TimesGroupProps = { name: string; label: string; className?: string; children: ReactNode };

/** The times of which one is picked; that none was is said above them, and leads there. */
export function TimesGroup({ name, label, className, children }: TimesGroupProps) {
  const { id, error } = useAnswer(name);
  return (
    <div
      role="radiogroup"
      aria-label={label}
      tabIndex={-1}
      className={className}
      {...(error && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
    >
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  );
}

'use client';

import type { ReactElement, ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { Dialog, DialogClose } from './dialog';
import { SubmitButton } from './submit-button';

type ConfirmDialogProps = {
  trigger: ReactElement;
  heading: ReactNode;
  /** What will happen, with amounts and dates. */
  description: ReactNode;
  /** The verb of what is confirmed; never "yes". */
  confirmLabel: string;
  keepLabel: string;
  closeLabel: string;
  variant?: ButtonProps['variant'];
  /** The server action that does it; `children` are its fields. */
  action: (form: FormData) => void | Promise<void>;
  children?: ReactNode;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  trigger,
  heading,
  description,
  confirmLabel,
  keepLabel,
  closeLabel,
  variant = 'danger',
  action,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog trigger={trigger} heading={heading} description={description} closeLabel={closeLabel}>
      <form action={action} className="grid gap-4">
        {children}
        <div className="flex flex-wrap justify-end gap-3 max-md:*:flex-1">
          <DialogClose render={<Button variant="secondary">{keepLabel}</Button>} />
          <SubmitButton variant={variant}>{confirmLabel}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

'use client';

import { type ComponentProps, type ReactElement, type ReactNode, useState } from 'react';
import { ActionForm, useEachAnswer } from './action-form';
import { Button, type ButtonProps } from './button';
import { Dialog, DialogClose } from './dialog';
import { SubmitButton } from './submit-button';
import { useScript } from './use-enhanced';

export type ConfirmLabels = {
  /** The verb of what is confirmed; never "yes". */
  confirm: string;
  keep: string;
  close: string;
};

type ConfirmDialogProps = {
  trigger: ReactElement;
  heading: ReactNode;
  /** What will happen, with amounts and dates. */
  description: ReactNode;
  labels: ConfirmLabels;
  variant?: ButtonProps['variant'];
  /** The server action that does it; `children` are its fields. */
  action: ComponentProps<typeof ActionForm>['action'];
  /** Said once it is done. */
  said?: string | undefined;
  /** Look of the control that unfolds the question where there is no script. */
  foldLook: string;
  children?: ReactNode;
};

/**
 * Asks before something that cannot be taken back: a dialog, or a fold that opens in place without script. Once it is done
 * the dialog closes, so that it is not done a second time.
 */
export function ConfirmDialog({
  trigger,
  heading,
  description,
  labels,
  foldLook,
  ...form
}: ConfirmDialogProps) {
  const hasScript = useScript();
  const [isOpen, setIsOpen] = useState(false);
  const { variant = 'danger', action, said, children } = form;
  if (!hasScript) {
    return (
      <details className="group grid gap-3">
        <summary className={`${foldLook} cursor-pointer list-none`}>
          <span className="group-open:hidden">{labels.confirm}</span>
          <span className="hidden group-open:inline">{labels.keep}</span>
        </summary>
        <div className="card card-pad mt-3 grid gap-4">
          <p className="text-sm text-ink-2">{description}</p>
          <ActionForm action={action} said={said} className="grid gap-4">
            {children}
            <SubmitButton variant={variant}>{labels.confirm}</SubmitButton>
          </ActionForm>
        </div>
      </details>
    );
  }
  return (
    <Dialog
      trigger={trigger}
      heading={heading}
      description={description}
      closeLabel={labels.close}
      open={isOpen}
      onOpenChange={setIsOpen}
    >
      <ActionForm action={action} said={said} className="grid gap-4">
        <Done then={() => setIsOpen(false)} />
        {children}
        <div className="flex flex-wrap justify-end gap-3 max-md:*:flex-1">
          <DialogClose render={<Button variant="secondary">{labels.keep}</Button>} />
          <SubmitButton variant={variant}>{labels.confirm}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}

/** Does something once the form around it has succeeded. */
function Done({ then }: { then: () => void }) {
  useEachAnswer((status) => {
    if (status === 'done') then();
  });
  return null;
}

import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { type ActionForm, FormTextArea } from '@/components/ui/action-form';
import { Button, type ButtonProps, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

type ClaimDialogProps = {
  claimId: string;
  action: ComponentProps<typeof ActionForm>['action'];
  label: string;
  /** What will happen, with amounts. */
  consequence: ReactNode;
  said: string;
  variant?: ButtonProps['variant'];
  /** Label of the words that go with it; without it there are none. */
  words?: { label: string; hint?: string };
  /** What can be attached to them. */
  files?: ReactNode;
  children?: ReactNode;
};

/** A step of a claim that is asked for once more, with the words that go with it. */
export function ClaimDialog({
  claimId,
  action,
  label,
  consequence,
  said,
  variant = 'secondary',
  words,
  files,
  children,
}: ClaimDialogProps) {
  const t = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant={variant} block>
          {label}
        </Button>
      }
      heading={label}
      description={consequence}
      labels={{ confirm: label, keep: t('keep'), close: t('close') }}
      variant={variant === 'secondary' ? 'primary' : variant}
      foldLook={buttonStyles({ variant, block: true })}
      action={action}
      said={said}
    >
      <input type="hidden" name="claimId" value={claimId} />
      {children}
      {words && <FormTextArea name="text" {...words} rows={5} maxLength={5000} />}
      {files}
    </ConfirmDialog>
  );
}

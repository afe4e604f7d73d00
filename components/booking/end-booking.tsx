import { useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { type ActionForm, FormTextArea } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

type EndBookingProps = {
  bookingId: string;
  action: ComponentProps<typeof ActionForm>['action'];
  /** The verb: cancel, withdraw, decline. */
  label: string;
  /** Read aloud instead where several stand in a list; begins with the label. */
  spoken?: string;
  /** What will happen, with amounts and dates. */
  consequence: ReactNode;
  reasonLabel: string;
  /** Said once it is done. */
  said?: string;
};

/** Ends a booking after asking, with a reason if one likes. */
export function EndBooking({
  bookingId,
  action,
  label,
  spoken,
  consequence,
  reasonLabel,
  said,
}: EndBookingProps) {
  const t = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="dangerQuiet" aria-label={spoken}>
          {label}
        </Button>
      }
      heading={label}
      description={consequence}
      labels={{ confirm: label, keep: t('keep'), close: t('close') }}
      foldLook={buttonStyles({ variant: 'dangerQuiet' })}
      action={action}
      said={said}
    >
      <input type="hidden" name="bookingId" value={bookingId} />
      <FormTextArea name="reason" label={reasonLabel} rows={2} maxLength={1000} />
    </ConfirmDialog>
  );
}

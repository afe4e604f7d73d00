import type { ComponentProps, ReactNode } from 'react';
import { Form } from '@/components/layout/form';
import type { ActionForm } from '@/components/ui/action-form';
import { FormTextArea } from '@/components/ui/action-form';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';

type EndBookingProps = {
  bookingId: string;
  action: ComponentProps<typeof ActionForm>['action'];
  /** The verb: cancel, withdraw, decline. */
  label: string;
  /** What will happen, with amounts and dates. */
  consequence: ReactNode;
  reasonLabel: string;
};

/** Something that cannot be taken back: unfolds to say what will happen, then asks. Works without JavaScript. */
export function EndBooking({ bookingId, action, label, consequence, reasonLabel }: EndBookingProps) {
  return (
    <details className="group">
      <summary
        className={`${buttonStyles({ variant: 'dangerQuiet' })} cursor-pointer list-none group-open:hidden`}
      >
        {label}
      </summary>
      <div className="card card-pad grid gap-4">
        <p className="text-sm text-ink-2">{consequence}</p>
        <Form action={action} className="grid gap-4">
          <input type="hidden" name="bookingId" value={bookingId} />
          <FormTextArea name="reason" label={reasonLabel} rows={2} maxLength={1000} />
          <SubmitButton variant="danger">{label}</SubmitButton>
        </Form>
      </div>
    </details>
  );
}

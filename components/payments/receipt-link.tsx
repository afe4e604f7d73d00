import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { AccountActor } from '@/lib/access/actor';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { loadHasReceipt } from '@/lib/payments/documents/loaders';
import type { PaymentSubject } from '@/lib/payments/types';

/** The client's receipt, once something was paid. */
export async function ReceiptLink({ actor, subject }: { actor: AccountActor; subject: PaymentSubject }) {
  if (!(await loadHasReceipt(actor, subject))) return null;
  const t = await getTranslations('documents.receipt');
  const path = subject.seatId === undefined ? `booking/${subject.bookingId}` : `seat/${subject.seatId}`;
  return (
    <a
      href={`/api/receipts/${path}`}
      className={`${buttonStyles({ variant: 'secondary', size: 'sm' })} justify-self-start`}
    >
      <Icon of={Download} />
      {t('download')}
    </a>
  );
}

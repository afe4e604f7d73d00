import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdSlotAction } from '@/lib/booking/actions';
import type { PickedTime as Picked } from '@/lib/booking/loaders';
import type { Offer } from '@/lib/services/types';
import { addMinutes } from '@/lib/shared/time';
import { NextTimes } from './next-times';
import { PickedOffer } from './picked-offer';
import { WhenBlock } from './when-block';

/** Who was asked for, of an organisation. */
type Member = string | undefined;
type Of<Kind> = { picked: Extract<Picked, { kind: Kind }>; zone: string; member: Member };

function OtherTime({ offer, member }: { offer: Offer; member: Member }) {
  const t = useTranslations('appointments.book');
  const times = {
    pathname: '/advisors/[slug]/times',
    params: { slug: offer.provider.slug },
    query: { service: offer.serviceId, ...(member && { member }) },
  } as const;
  return (
    <PageLink to={times} className={buttonStyles({ variant: 'secondary' })}>
      {t('other')}
    </PageLink>
  );
}

/** Asked before it is held, with the price and the ways to meet of this very time. */
function Ask({ picked, zone, member }: Of<'ask'>) {
  const t = useTranslations('appointments.book');
  const { offer, start, terms } = picked;
  return (
    <>
      <PickedOffer offer={offer} member={member} terms={terms} />
      <ActionForm action={holdSlotAction} className="grid gap-6">
        <input type="hidden" name="serviceId" value={offer.serviceId} />
        <input type="hidden" name="start" value={start.toISOString()} />
        {member && <input type="hidden" name="member" value={member} />}
        <WhenBlock
          start={start}
          end={addMinutes(start, offer.durationMinutes)}
          clientZone={zone}
          advisorZone={offer.provider.timeZone}
          advisorName={offer.provider.displayName}
        />
        <p className="text-sm text-ink-2">{t('text')}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('proceed')}</SubmitButton>
          <OtherTime offer={picked.offer} member={member} />
        </div>
      </ActionForm>
    </>
  );
}

function Refused({ picked, zone, member }: Of<'refused'>) {
  const errors = useTranslations('errors');
  return (
    <>
      <PickedOffer offer={picked.offer} member={member} />
      <Banner tone="warm" live action={<OtherTime offer={picked.offer} member={member} />}>
        {errors(picked.code)}
      </Banner>
      <NextTimes offer={picked.offer} member={member} times={picked.next} zone={zone} />
    </>
  );
}

/** A picked time that is not held: the question whether it should be, or why it cannot. */
export function PickedTime({ picked, ...rest }: Of<'ask' | 'refused'>) {
  return picked.kind === 'ask' ? <Ask picked={picked} {...rest} /> : <Refused picked={picked} {...rest} />;
}

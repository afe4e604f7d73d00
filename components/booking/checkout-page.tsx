import { CalendarX, LockKeyhole, MapPin, Phone, Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Checkbox, ChoiceCard } from '@/components/ui/choices';
import { Icon } from '@/components/ui/icon';
import { formatMoney } from '@/components/ui/money-format';
import { Stepper } from '@/components/ui/stepper';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-field';
import type { OrderWithdrawal } from '@/lib/booking/rules/withdrawal';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { WayToPay } from '@/lib/payments/rules/payment-time';
import { EarlyStart } from './early-start';
import { Held } from './held';
import { PolicyLadder } from './policy-ladder';
import { Seller } from './seller';
import { BookingGrid, PaidAfter, SummaryCard } from './summary-card';
import type { BookingView } from './types';

type FormAction = (form: FormData) => void | Promise<void>;

export type CheckoutView = {
  booking: BookingView;
  /** Ways to meet that the service offers; asked only when there are several. */
  channels: readonly BookingView['channel'][];
  /** What the client wrote at an earlier try. */
  note: string | null;
  heldUntil: Date;
  now: Date;
  isExtendable: boolean;
  /** Proposed by the advisor: until when, null once that is over; the page where it can be declined. */
  proposal: { until: Date | null; backHref: string } | null;
  /** Paid at once, by a card that is charged later (then, or before entry when null), or to the advisor. */
  payment: { way: WayToPay; chargeAt: Date | null };
  /** The right of withdrawal of an order of now. */
  withdrawal: OrderWithdrawal | null;
  /** Where another time can be picked. */
  timesHref: string;
  /** A sentence about what went wrong at the last try. */
  error?: string;
};

const channelIcons = { video: Video, voice: Phone, in_person: MapPin } as const;

function ChannelChoice({ view }: { view: CheckoutView }) {
  const t = useTranslations('booking.channels');
  if (view.channels.length < 2) return null;
  return (
    <fieldset className="grid gap-3.5">
      <legend className="mb-3.5 font-serif text-h3 font-medium">{t('heading')}</legend>
      <div className="grid gap-3.5 min-[40rem]:grid-cols-2">
        {view.channels.map((channel) => (
          <ChoiceCard
            key={channel}
            name="channel"
            value={channel}
            heading={t(`${channel}.name`)}
            detail={
              (channel === 'in_person' && view.booking.place?.lines.join(', ')) || t(`${channel}.detail`)
            }
            icon={channelIcons[channel]}
            defaultChecked={channel === view.booking.channel}
            required
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The button says what happens and what it costs. */
function Order({ booking, payment: { way } }: CheckoutView) {
  const t = useTranslations('booking.order');
  const locale = useLocale();
  const isFree = booking.price.amount === 0;
  const price = formatMoney(booking.price, locale);
  const name = booking.advisor.name;
  const pay = { checkout: 'pay', card: 'storeCard', outside: 'payOutside' } as const;
  return (
    <div className="grid gap-2">
      <SubmitButton size="lg" block {...(!isFree && { picture: <Icon of={LockKeyhole} /> })}>
        {isFree ? t(`free.${booking.confirmation}`) : t(pay[way], { price })}
      </SubmitButton>
      {!isFree && (
        <p className="text-center text-sm text-balance text-ink-3">
          {way === 'checkout'
            ? t(`note.${booking.confirmation}`, { name })
            : t(`${way}Note.${booking.confirmation}`, { name })}
        </p>
      )}
    </div>
  );
}

/** How it is paid when not at once, and the consent that storing a card takes. */
function LaterPayment({ booking, payment: { way, chargeAt } }: CheckoutView) {
  const t = useTranslations('booking.later');
  const locale = useLocale();
  const { price, advisor, clientZone: zone } = booking;
  if (price.amount === 0 || way === 'checkout') return null;
  const amount = formatMoney(price, locale);
  const date = chargeAt && formatZoned(chargeAt, { locale, zone });
  const text = date ? t('cardAt', { amount, date }) : t('cardAtDoor', { amount });
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <p className="text-sm text-ink-2">
        {way === 'card' ? text : t('outside', { amount, name: advisor.name })}
      </p>
      {way === 'card' && (
        <Checkbox name="cardConsent" required>
          {t('consent', { amount })}
        </Checkbox>
      )}
    </section>
  );
}

type CheckoutPageProps = {
  view: CheckoutView;
  /** Pays or sends the request. */
  order: FormAction;
  extend: FormAction;
  /** Gives the held time back. */
  release: FormAction;
  /** Hidden fields of both forms, for instance the id of the booking. */
  fields?: ReactNode;
};

/** Goes to the advisor with the booking. */
function Note({ name, note }: { name: string; note: string | null }) {
  const t = useTranslations('booking.clientNote');
  return (
    <TextAreaField
      id="client-note"
      name="note"
      label={t('label', { name })}
      hint={t('hint', { name })}
      rows={3}
      maxLength={1000}
      defaultValue={note ?? ''}
    />
  );
}

function OrderForm({ view, order, fields }: Omit<CheckoutPageProps, 'extend' | 'release'>) {
  const t = useTranslations('booking.policy');
  const tSeller = useTranslations('booking.seller');
  const { booking } = view;
  return (
    <form action={order} className="grid gap-8">
      {fields}
      {view.error && (
        <Banner tone="danger" live>
          {view.error}
        </Banner>
      )}
      <ChannelChoice view={view} />
      <Note name={booking.advisor.name} note={view.note} />
      <section className="grid gap-3">
        <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
        {booking.price.amount === 0 ? (
          <p className="text-sm text-ink-2">{t('freeOfCharge')}</p>
        ) : (
          <PolicyLadder
            answeredBy={booking.confirmation === 'request' ? booking.advisor.name : null}
            freeCancelUntil={booking.freeCancelUntil}
            price={booking.price}
            way={view.payment.way}
            zone={booking.clientZone}
          />
        )}
      </section>
      <Seller seller={booking.seller} note={tSeller('note')} />
      <LaterPayment {...view} />
      <EarlyStart withdrawal={view.withdrawal} zone={booking.clientZone} />
      <Order {...view} />
    </form>
  );
}

/** The time that is held, in its words. */
function HeldTime({ view, ...rest }: Omit<CheckoutPageProps, 'order'> & { children: ReactNode }) {
  const t = useTranslations('booking.hold');
  return (
    <Held
      heldUntil={view.heldUntil}
      now={view.now}
      isExtendable={view.isExtendable}
      words={{
        held: t('held'),
        fiveMinutes: t('fiveMinutes'),
        oneMinute: t('oneMinute'),
        over: t('over'),
        overText: t('overText'),
        again: t('again'),
        extend: t('extend'),
        release: t('release'),
      }}
      againHref={view.timesHref}
      {...rest}
    />
  );
}

type ProposedProps = {
  view: CheckoutView;
  proposal: NonNullable<CheckoutView['proposal']>;
  children: ReactNode;
};

/** A time that the advisor proposed: until when it is kept, and the way back to where one can say no. */
function Proposed({ view, proposal: { until, backHref }, children }: ProposedProps) {
  const t = useTranslations('booking.proposal');
  const locale = useLocale();
  const { advisor, clientZone: zone } = view.booking;
  const back = (
    <ButtonLink href={backHref} size="sm" variant="secondary">
      {t('back')}
    </ButtonLink>
  );
  if (until === null) return <Banner tone="warm" icon={CalendarX} heading={t('over')} action={back} />;
  const date = formatZoned(until, { locale, zone });
  return (
    <>
      <Banner tone="line" action={back}>
        {t('until', { name: advisor.name, date })}
      </Banner>
      {children}
    </>
  );
}

/** The summary before paying: time in both zones, price, deadline as a date, who sells. */
export function CheckoutPage({ view, order, extend, release, fields }: CheckoutPageProps) {
  const t = useTranslations('booking');
  const { booking } = view;
  const isFree = booking.price.amount === 0;
  return (
    <>
      <div className="mb-8">
        <Stepper
          label={t('steps.label')}
          steps={[t('steps.service'), t('steps.time'), isFree ? t('steps.confirm') : t('steps.pay')]}
          current={2}
        />
      </div>
      <BookingGrid
        summaryFirst
        summary={
          <SummaryCard booking={booking} isChannelOpen={view.channels.length > 1}>
            {!isFree && view.payment.way !== 'outside' && <PaidAfter>{t('summary.paidAfter')}</PaidAfter>}
          </SummaryCard>
        }
      >
        <h1 className="-mb-5 font-serif text-h1">{isFree ? t('steps.confirm') : t('steps.pay')}</h1>
        {view.proposal ? (
          <Proposed view={view} proposal={view.proposal}>
            <OrderForm view={view} order={order} fields={fields} />
          </Proposed>
        ) : (
          <HeldTime view={view} extend={extend} release={release} fields={fields}>
            <OrderForm view={view} order={order} fields={fields} />
          </HeldTime>
        )}
      </BookingGrid>
    </>
  );
}

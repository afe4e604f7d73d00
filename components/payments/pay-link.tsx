import { CircleCheck, CircleX, LoaderCircle, LockKeyhole } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { Facts } from '@/components/ui/table';
import { formatZoned } from '@/lib/i18n/zoned-time';

export type PayLinkView = {
  state: 'due' | 'charging' | 'paid' | 'over';
  title: string;
  advisor: string;
  price: MoneyValue;
  startsAt: Date;
  zone: string;
  error?: string;
  /** For the client themself: the way back to their appointments. */
  ownHref: string | null;
};

type PayLinkProps = {
  view: PayLinkView;
  token: string;
  action: (form: FormData) => void | Promise<void>;
};

const looks = {
  charging: { icon: LoaderCircle, tone: 'line' },
  paid: { icon: CircleCheck, tone: 'info' },
  over: { icon: CircleX, tone: 'line' },
} as const;

/** What a price is for and how to pay it, or what became of it. */
export function PayLink({ view, token, action }: PayLinkProps) {
  const t = useTranslations('pay');
  const locale = useLocale();
  const { state, price, zone } = view;
  const look = state === 'due' ? null : looks[state];
  return (
    <div className="mx-auto grid max-w-[32rem] gap-6">
      <h1 className="font-serif text-h1">{t('title')}</h1>
      {view.error && (
        <Banner tone="danger" live>
          {view.error}
        </Banner>
      )}
      <Card className="card-pad grid gap-5">
        <Facts
          facts={[
            { term: t('what'), value: view.title },
            { term: t('who'), value: view.advisor },
            { term: t('when'), value: formatZoned(view.startsAt, { locale, zone }) },
            { term: t(state === 'due' ? 'amount' : 'price'), value: <Money value={price} />, strong: true },
          ]}
        />
        {look && state !== 'due' && (
          <Banner tone={look.tone} icon={look.icon} heading={t(`${state}.heading`)} live>
            {t(`${state}.text`)}
          </Banner>
        )}
        {state !== 'due' && view.ownHref && (
          <ButtonLink href={view.ownHref} variant="secondary" className="justify-self-start">
            {t('own')}
          </ButtonLink>
        )}
        {state === 'due' && (
          <form action={action} className="grid gap-2">
            <input type="hidden" name="token" value={token} />
            <SubmitButton size="lg" block picture={<Icon of={LockKeyhole} />}>
              {t('pay', { price: formatMoney(price, locale) })}
            </SubmitButton>
            <p className="text-center text-sm text-balance text-ink-3">{t('note')}</p>
          </form>
        )}
      </Card>
    </div>
  );
}

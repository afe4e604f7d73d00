import { useTranslations } from 'next-intl';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { isLedgerAccount } from '@/lib/payments/rules/ledger';
import { type Currency, money } from '@/lib/shared/money';

type Entry = {
  id: string;
  kind: string;
  occurredAt: Date;
  lines: readonly { account: string; amount: bigint }[];
};

type LedgerCardProps = { entries: readonly Entry[]; currency: Currency; zone: string };

/** Every entry of the ledger about a payment, debits above 0. */
export function LedgerCard({ entries, currency, zone }: LedgerCardProps) {
  const t = useTranslations('adminMoney.payment');
  const tAccounts = useTranslations('adminMoney.balances.accounts');
  return (
    <Card>
      <CardHead heading={t('ledger')} />
      {entries.length === 0 ? (
        <p className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5 text-sm text-ink-2">{t('noEntries')}</p>
      ) : (
        <CardList>
          {entries.map(({ id, kind, occurredAt, lines }) => (
            <li key={id} className="grid gap-2 text-sm">
              <p className="flex flex-wrap justify-between gap-3">
                <b className="font-semibold">{kind}</b>
                <span className="text-ink-3">
                  <Instant at={occurredAt} zone={zone} style="date" />
                </span>
              </p>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {lines.map(({ account, amount }) => (
                  <li key={account} className="flex gap-2">
                    <span className="text-ink-3">
                      {isLedgerAccount(account) ? tAccounts(account) : account}
                    </span>
                    <Money value={money(Number(amount), currency)} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

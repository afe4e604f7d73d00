import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { Card, CardList } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { formatMoney } from '@/components/ui/money-format';
import type { ClaimRow } from '@/lib/claims/types';
import { ClaimChip } from './claim-chip';
import { claimNumber, titleOf } from './claim-words';

type ClaimListProps = {
  /** `canAnswer` false: of an organisation, whose member only reads it. */
  rows: readonly (ClaimRow & { canAnswer?: boolean })[];
  zone: string;
  /** Whose list it is: the other side's name is shown. */
  party: 'client' | 'provider';
};

/** Claims with where they stand, each one click from its page. */
export function ClaimList({ rows, zone, party }: ClaimListProps) {
  const t = useTranslations('claims');
  const locale = useLocale();
  const href = useHref();
  const pathname = party === 'client' ? '/claims/[claimId]' : '/practice/claims/[claimId]';
  return (
    <Card>
      <CardList>
        {rows.map((row) => (
          <li key={row.id}>
            <a
              href={href({ pathname, params: { claimId: row.id } })}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm hover:text-accent-ink"
            >
              <span className="grid min-w-0 flex-1 basis-64 gap-0.5 wrap-anywhere">
                <span className="tnum text-xs text-ink-3">{claimNumber(row)}</span>
                <b className="font-semibold">{t(`reasons.${row.reason}`)}</b>
                <span className="text-sm text-ink-2">
                  {party === 'client' ? row.providerName : row.clientName}, {titleOf(row, locale)},{' '}
                  <Instant at={row.startsAt} zone={zone} />
                </span>
                <Deadline row={row} zone={zone} />
              </span>
              <span className="flex flex-none flex-wrap items-center gap-x-4 gap-y-1">
                {!row.isMediation && (
                  <span className="tnum text-sm text-ink-2">
                    {formatMoney({ amount: row.paid, currency: row.currency }, locale)}
                  </span>
                )}
                <ClaimChip status={row.status} you={row.canAnswer !== false && party} />
              </span>
            </a>
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function Deadline({ row: { status, answerBy, replyBy }, zone }: { row: ClaimRow; zone: string }) {
  const t = useTranslations('claims.list');
  const until = status === 'opened' ? answerBy : status === 'answered' ? replyBy : null;
  if (!until) return null;
  return (
    <span className="text-xs text-warm-ink">
      {t(status === 'opened' ? 'answerBy' : 'replyBy')} <Instant at={until} zone={zone} />
    </span>
  );
}

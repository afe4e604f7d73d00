import { useTranslations } from 'next-intl';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { TeamPageRow } from '@/lib/booking/team/loaders';
import { TeamMember } from './team-member';

type TeamListProps = { rows: readonly TeamPageRow[]; isOwner: boolean; ownId: string; zone: string };

/** Everybody who works here: what each is, gives, and does next. */
export function TeamList({ rows, isOwner, ownId, zone }: TeamListProps) {
  const t = useTranslations('team.list');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      {rows.length === 0 ? (
        <EmptyState heading={t('emptyHeading')} level="h3">
          {t('emptyText')}
        </EmptyState>
      ) : (
        <CardList>
          {rows.map((row) => (
            <li key={row.id}>
              <TeamMember row={row} isOwner={isOwner} isSelf={row.accountId === ownId} zone={zone} />
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

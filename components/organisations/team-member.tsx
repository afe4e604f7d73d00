import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { serviceTitle } from '@/components/services/service-title';
import { Tag } from '@/components/ui/chip';
import { Avatar } from '@/components/ui/portrait';
import type { TeamPageRow } from '@/lib/booking/team/loaders';
import { formatInstant } from '@/lib/i18n/time-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { portraitAddress } from '@/lib/profiles/rules/portraits';
import { TeamActions } from './team-actions';

type TeamMemberProps = { row: TeamPageRow; isOwner: boolean; isSelf: boolean; zone: string };

/** One of the team, with what keeps them here and what can be done. */
export function TeamMember({ row, isOwner, isSelf, zone }: TeamMemberProps) {
  const t = useTranslations('team.list');
  const roles = useTranslations('team.roles');
  const { id, name, email, portrait, role } = row;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Avatar of={{ id: row.specialistId ?? id, name, picture: portraitAddress(portrait) }} />
        <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
          <p className="flex flex-wrap items-center gap-2">
            <b className="font-semibold">{name}</b>
            <Tag>{roles(role)}</Tag>
          </p>
          <span className="text-sm break-words text-ink-2">{email}</span>
          {role === 'member' && <Given row={row} zone={zone} />}
        </div>
        {isSelf ? (
          <span className="text-sm text-ink-3">{t('you')}</span>
        ) : (
          <TeamActions row={row} isOwner={isOwner} />
        )}
      </div>
      {row.standing.length > 0 && <Standing row={row} zone={zone} />}
    </div>
  );
}

function Given({ row, zone }: { row: TeamPageRow; zone: string }) {
  const t = useTranslations('team.list');
  const locale = useLocale();
  const titles = row.services.map(({ texts }) => serviceTitle(texts, locale) ?? '').filter(Boolean);
  return (
    <>
      <span className="text-sm">
        {titles.length > 0 ? t('gives', { services: titles.join(', ') }) : t('givesNothing')}
      </span>
      {row.next && (
        <span className="text-sm">
          {t('next', {
            date: formatZoned(row.next.startsAt, { locale, zone }),
          })}
        </span>
      )}
    </>
  );
}

/** What has to take place, or to be moved or cancelled, before somebody can go. */
function Standing({ row, zone }: { row: TeamPageRow; zone: string }) {
  const t = useTranslations('team.list');
  const locale = useLocale();
  return (
    <details>
      <summary className="link w-fit cursor-pointer py-1 text-sm">
        {t('standing', { count: row.standing.length })}
      </summary>
      <ul className="grid gap-1.5 pt-2 text-sm">
        {row.standing.map(({ id, startsAt, clientName }) => (
          <li key={id}>
            <PageLink
              to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId: id } }}
              className="link"
            >
              {formatInstant(startsAt, { locale, zone, style: 'dateTime' })}, {clientName}
            </PageLink>
          </li>
        ))}
      </ul>
    </details>
  );
}

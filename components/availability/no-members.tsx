import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { buttonStyles } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Hours are kept by members, and nobody works here yet. */
export function NoMembers() {
  const t = useTranslations('team.nobody');
  return (
    <EmptyState
      heading={t('heading')}
      action={
        <PageLink to="/practice/team" className={buttonStyles({})}>
          {t('action')}
        </PageLink>
      }
    >
      {t('text')}
    </EmptyState>
  );
}

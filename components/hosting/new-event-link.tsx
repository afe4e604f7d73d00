import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';

export function NewEventLink() {
  const t = useTranslations('hosting');
  const href = useHref();
  return (
    <ButtonLink href={href('/practice/events/new')} icon={Plus}>
      {t('new')}
    </ButtonLink>
  );
}

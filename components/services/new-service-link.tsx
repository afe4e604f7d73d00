import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';

export function NewServiceLink() {
  const t = useTranslations('services');
  const href = useHref();
  return (
    <ButtonLink href={href('/practice/services/new')} icon={Plus}>
      {t('new')}
    </ButtonLink>
  );
}

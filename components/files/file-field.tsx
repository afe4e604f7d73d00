import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { fileLimits } from '@/lib/shared/file-limits';
import { FileDrop } from './file-drop';

/** Files of an `ActionForm`: PDF, pictures and plain text, five at once. */
export async function FileField() {
  const t = await getTranslations('errors');
  const errors = {
    'file.tooLarge': t('file.tooLarge'),
    'file.typeRefused': t('file.typeRefused'),
    'file.tooMany': t('file.tooMany'),
    'common.rateLimited': t('common.rateLimited'),
  };
  return (
    <ClientMessages of={['files']}>
      <FileDrop {...fileLimits} errors={errors} />
    </ClientMessages>
  );
}

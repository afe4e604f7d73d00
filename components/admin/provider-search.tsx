import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

/** A plain form, so that what was looked for stands in the address. */
export function ProviderSearch({ q }: { q: string }) {
  const t = useTranslations('admin.providers');
  const href = useHref();
  return (
    <form
      action={href('/admin/providers')}
      role="search"
      className="flex max-w-[34rem] flex-wrap items-end gap-3"
    >
      <div className="min-w-0 flex-1 basis-52">
        <TextField
          id="provider-name"
          name="q"
          type="search"
          label={t('search')}
          maxLength={200}
          defaultValue={q}
        />
      </div>
      <Button type="submit" variant="secondary" icon={Search}>
        {t('submit')}
      </Button>
      {q && (
        <PageLink to="/admin/providers" className="link self-center text-sm">
          {t('all')}
        </PageLink>
      )}
    </form>
  );
}

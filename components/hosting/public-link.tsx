import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { TextField } from '@/components/ui/text-field';

/** Where everybody sees the event, and its address to pass on. */
export function PublicLink({ eventId, address }: { eventId: string; address: string }) {
  const t = useTranslations('hosting.detail');
  return (
    <Card className="card-pad grid gap-4">
      <TextField id="event-address" label={t('address')} readOnly value={address} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <CopyButton text={address} label={t('copy')} copied={t('copied')} picture={<Icon of={Copy} />} />
        <PageLink to={{ pathname: '/events/[eventId]', params: { eventId } }} className="link text-sm">
          {t('public')}
        </PageLink>
      </div>
    </Card>
  );
}

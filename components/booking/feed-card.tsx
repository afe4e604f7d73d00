import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { endFeedAction, renewFeedAction } from '@/lib/booking/feeds/actions';
import type { FeedKind, FeedView } from '@/lib/booking/feeds/types';

type FeedCardProps = { kind: FeedKind; feed: FeedView | null };

/** The private address at which a calendar program reads one's sessions: make it, copy it, replace it, switch it off. */
export function FeedCard({ kind, feed }: FeedCardProps) {
  const t = useTranslations('calendarFeed');
  return (
    <Card>
      <CardHead heading={t(`headings.${kind}`)} />
      <div className="card-pad grid gap-4">
        <p className="text-sm text-ink-2">{t(`texts.${kind}`)}</p>
        {feed ? (
          <Feed kind={kind} feed={feed} />
        ) : (
          <ActionForm action={renewFeedAction} said={t('made')} className="grid gap-4">
            <input type="hidden" name="kind" value={kind} />
            <SubmitButton className="justify-self-start">{t('make')}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}

function Feed({ kind, feed: { address } }: { kind: FeedKind; feed: FeedView }) {
  const t = useTranslations('calendarFeed');
  return (
    <>
      {address === null ? (
        <Banner tone="warm">{t('notShown')}</Banner>
      ) : (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-end gap-3 *:first:flex-1 *:first:basis-60">
            <TextField id={`feed-${kind}`} label={t('address')} readOnly value={address} />
            <CopyButton text={address} label={t('copy')} copied={t('copied')} picture={<Icon of={Copy} />} />
          </div>
          <p className="text-sm text-ink-3">{t('how')}</p>
          <p className="text-sm text-ink-3">{t('secret')}</p>
        </div>
      )}
      {/* Another address is another question: a dialog that was open for the old one closes. */}
      <div key={address} className="flex flex-wrap gap-3">
        <Change kind={kind} verb="renew" />
        <Change kind={kind} verb="end" />
      </div>
    </>
  );
}

function Change({ kind, verb }: { kind: FeedKind; verb: 'renew' | 'end' }) {
  const t = useTranslations('calendarFeed');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          {t(`${verb}.action`)}
        </Button>
      }
      heading={t(`${verb}.heading`)}
      description={t(`${verb}.text`)}
      labels={{ confirm: t(`${verb}.action`), keep: t('keep'), close: t('close') }}
      action={verb === 'renew' ? renewFeedAction : endFeedAction}
      said={t(`${verb}.said`)}
      foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
    >
      <input type="hidden" name="kind" value={kind} />
    </ConfirmDialog>
  );
}

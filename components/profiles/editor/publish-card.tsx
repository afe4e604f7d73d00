import { isBarred } from '@/lib/access/actor';
import { CircleDashed, ExternalLink, Globe, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { ActionForm } from '@/components/ui/action-form';
import { Button, ButtonLink, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { publishProfileAction, unpublishProfileAction } from '@/lib/directory/actions';
import type { PublishGap } from '@/lib/profiles/rules/publishing';
import type { OwnProfile } from '@/lib/profiles/types';

const looks = {
  draft: { icon: CircleDashed, className: 'bg-tint text-ink-2' },
  published: { icon: Globe, className: 'bg-accepted-soft text-accepted' },
  suspended: { icon: LockKeyhole, className: 'bg-rejected-soft text-rejected' },
  closed: { icon: LockKeyhole, className: 'bg-rejected-soft text-rejected' },
} as const;

const sections: Readonly<Record<PublishGap, string>> = {
  name: '#basics',
  timeZone: '#basics',
  headline: '#texts',
  offer: '',
  sellerName: '#seller',
  sellerAddress: '#seller',
  practiceAddress: '#practice',
  diplomas: '#education',
};

function Gap({ gap }: { gap: PublishGap }) {
  const t = useTranslations('profileEditor.gaps');
  return gap === 'offer' ? (
    <PageLink to="/practice/services/new" className="link">
      {t(gap)}
    </PageLink>
  ) : (
    <a href={sections[gap]} className="link">
      {t(gap)}
    </a>
  );
}

/** Whether the profile is public, what is missing for that, and the button that changes it. */
export function PublishCard({ profile, gaps }: { profile: OwnProfile; gaps: readonly PublishGap[] }) {
  const t = useTranslations('profileEditor.status');
  const tConfirm = useTranslations('ui.confirm');
  const href = useHref();
  const { status, slug } = profile;
  return (
    <Card className="card-pad grid gap-4">
      <div className="grid justify-items-start gap-2">
        <Chip {...looks[status]}>{t(status)}</Chip>
        <p className="text-sm text-ink-2">{t(`${status}Text`)}</p>
      </div>
      {!isBarred(status) && gaps.length > 0 && (
        <div className="grid gap-2 text-sm">
          <p className="font-semibold">{t('missing')}</p>
          <ul className="grid gap-1.5">
            {gaps.map((gap) => (
              <li key={gap} className="flex items-start gap-2">
                <Icon of={CircleDashed} size="sm" className="mt-1 text-warm-ink" />
                <Gap gap={gap} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {status === 'draft' && (
        <ActionForm action={publishProfileAction} className="grid gap-3">
          <SubmitButton block disabled={gaps.length > 0}>
            {t('publish')}
          </SubmitButton>
        </ActionForm>
      )}
      {status === 'published' && (
        <div className="grid gap-3">
          <ButtonLink
            href={href({ pathname: '/advisors/[slug]', params: { slug } })}
            variant="secondary"
            icon={ExternalLink}
          >
            {t('view')}
          </ButtonLink>
          <ConfirmDialog
            trigger={
              <Button variant="ghost" size="sm" block>
                {t('unpublish')}
              </Button>
            }
            heading={t('unpublishHeading')}
            description={t('unpublishText')}
            labels={{ confirm: t('unpublish'), keep: tConfirm('keep'), close: tConfirm('close') }}
            foldLook={buttonStyles({ variant: 'ghost', size: 'sm', block: true })}
            action={unpublishProfileAction}
          />
        </div>
      )}
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { FormTextArea } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Instant } from '@/components/ui/instant';
import { measureProviderAction } from '@/lib/admin/actions';
import type { MeasureView } from '@/lib/admin/measures/loaders';
import { type MeasureKind, possibleMeasures } from '@/lib/admin/measures/rules/standing';
import type { PracticeStatus } from '@/lib/access/actor';

type MeasuresProps = {
  provider: { id: string; name: string; status: PracticeStatus };
  past: readonly MeasureView[];
  zone: string;
};

/** What was done about a provider's account, and what can be done, each with reasons. */
export function Measures({ provider, past, zone }: MeasuresProps) {
  const t = useTranslations('admin.measures');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <div className="grid gap-4 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        <p className="text-sm text-ink-2">{t(`standing.${provider.status}`, { name: provider.name })}</p>
        {past.map((measure) => (
          <div key={measure.id} className="grid gap-0.5 border-s-2 border-line ps-3 text-sm">
            <p className="font-medium">{t(`done.${measure.kind}`)}</p>
            <p className="wrap-anywhere whitespace-pre-line text-ink-2">{measure.reason}</p>
            <p className="text-xs text-ink-3">
              {measure.admin.name}, <Instant at={measure.createdAt} zone={zone} />
            </p>
          </div>
        ))}
        {/* Another standing is another question: a dialog that was open for the old one closes. */}
        <div key={provider.status} className="flex flex-wrap gap-2">
          {possibleMeasures(provider.status).map((kind) => (
            <MeasureDialog key={kind} kind={kind} provider={provider} />
          ))}
        </div>
      </div>
    </Card>
  );
}

function MeasureDialog({ kind, provider }: Pick<MeasuresProps, 'provider'> & { kind: MeasureKind }) {
  const t = useTranslations('admin.measures');
  const tConfirm = useTranslations('ui.confirm');
  const { id, name } = provider;
  const variant = kind === 'closed' ? 'dangerQuiet' : 'secondary';
  return (
    <ConfirmDialog
      trigger={
        <Button variant={variant} size="sm">
          {t(`do.${kind}`)}
        </Button>
      }
      heading={t(`do.${kind}`)}
      description={t(`means.${kind}`, { name })}
      labels={{ confirm: t(`do.${kind}`), keep: tConfirm('keep'), close: tConfirm('close') }}
      variant={kind === 'closed' || kind === 'suspended' ? 'danger' : 'primary'}
      action={measureProviderAction}
      said={t('said', { name })}
      foldLook={buttonStyles({ variant, size: 'sm' })}
    >
      <input type="hidden" name="providerId" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <FormTextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={5} maxLength={3000} />
    </ConfirmDialog>
  );
}

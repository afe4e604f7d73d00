import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { blockTimeAction, unblockTimeAction } from '@/lib/availability/actions';
import type { LocalDate } from '@/lib/shared/calendar';
import type { AgendaItem } from './agenda-items';
import { writtenSpan } from './written-span';

type BlockFormProps = { items: readonly AgendaItem[]; today: LocalDate; zone: string };

/** Keeps time for something else, and gives it back. */
export function BlockForm({ items, today, zone }: BlockFormProps) {
  const t = useTranslations('agenda.block');
  const blocked = items.filter(({ kind }) => kind === 'blocked');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      <div className="grid gap-5 px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5">
        <p className="text-sm text-ink-2">{t('text')}</p>
        <ActionForm action={blockTimeAction} done={t('said')} className="grid gap-4">
          <div className="grid gap-4 min-[30rem]:grid-cols-2 lg:grid-cols-4">
            <FormTextField name="date" type="date" min={today} label={t('from')} />
            <FormTextField name="startTime" type="time" label={t('fromTime')} />
            <FormTextField name="lastDate" type="date" min={today} label={t('until')} note={t('optional')} />
            <FormTextField name="endTime" type="time" label={t('untilTime')} />
          </div>
          <FormTextField name="title" label={t('name')} hint={t('nameHint')} maxLength={120} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('submit')}
          </SubmitButton>
        </ActionForm>
      </div>
      {blocked.length > 0 && (
        <CardList>
          {blocked.map((item) => (
            <li key={item.key}>
              <Blocked item={item} zone={zone} />
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

function Blocked({ item, zone }: { item: AgendaItem; zone: string }) {
  const t = useTranslations('agenda.block');
  const ui = useTranslations('ui.confirm');
  const locale = useLocale();
  const when = writtenSpan(item, { locale, zone });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0">
        <b className="font-semibold">{item.title}</b>
        <span className="block text-sm text-ink-2">{when}</span>
      </p>
      <ConfirmDialog
        trigger={
          <Button variant="secondary" size="sm" aria-label={`${t('remove')}: ${when}`}>
            {t('remove')}
          </Button>
        }
        heading={t('remove')}
        description={t('removeText', { when })}
        labels={{ confirm: t('remove'), keep: ui('keep'), close: ui('close') }}
        action={unblockTimeAction}
        said={t('removed')}
        foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
      >
        <input type="hidden" name="blockedId" value={item.key} />
      </ConfirmDialog>
    </div>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { setMinimumsAction } from '@/lib/admin/actions';
import { type MinimumPrices, pricedKinds } from '@/lib/plans/rules/minimum-price';
import type { Currency } from '@/lib/shared/money';
import { writePrice } from '@/lib/shared/price';

/** What a price above 0 must be at least, kind by kind; an empty field is none. */
export function MinimumsForm({ minimums, currency }: { minimums: MinimumPrices; currency: Currency }) {
  const t = useTranslations('admin.plans.minimums');
  const mark = useLocale() === 'en' ? '.' : ',';
  return (
    <ActionForm action={setMinimumsAction} className="grid gap-4" done={t('saved')}>
      {pricedKinds.map((kind) => (
        <FormTextField
          key={kind}
          name={kind}
          label={t('label', { kind: t(`kinds.${kind}`), currency })}
          inputMode="decimal"
          defaultValue={minimums[kind] === 0 ? '' : writePrice(minimums[kind], mark)}
        />
      ))}
      <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
    </ActionForm>
  );
}

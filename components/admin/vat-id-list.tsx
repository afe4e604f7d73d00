import { useTranslations } from 'next-intl';
import { FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import { Instant } from '@/components/ui/instant';
import { checkVatIdAction } from '@/lib/payments/tax/actions';
import type { VatIdView } from '@/lib/payments/tax/types';

const results = ['valid', 'invalid'] as const;

/** VAT ids for which reverse charge is asked, and what was found about them. */
export function VatIdList({ vatIds, zone }: { vatIds: readonly VatIdView[]; zone: string }) {
  const t = useTranslations('admin.tax');
  return (
    <Card>
      <CardHead heading={t('vatIds')} />
      {vatIds.length === 0 ? (
        <p className="card-pad pt-0 text-sm text-ink-2">{t('noVatIds')}</p>
      ) : (
        <CardList>
          {vatIds.map((each) => (
            <li key={each.providerId}>
              <Row of={each} zone={zone} />
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

function Row({ of, zone }: { of: VatIdView; zone: string }) {
  const t = useTranslations('admin.tax');
  const { name, sellerName, sellerAddress, vatId, lastCheck } = of;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-52 gap-0.5 wrap-anywhere">
        <b className="font-semibold">{name}</b>
        <span className="tnum text-sm">{vatId}</span>
        <span className="text-sm text-ink-2">{[sellerName, sellerAddress].filter(Boolean).join(', ')}</span>
        <span className="text-sm text-ink-3">
          {lastCheck === null ? (
            t('unchecked')
          ) : (
            <>
              {t(`found.${lastCheck.isValid ? 'valid' : 'invalid'}`, { name: lastCheck.by })}{' '}
              <Instant at={lastCheck.at} zone={zone} style="date" />
              {lastCheck.reference !== null && ` (${lastCheck.reference})`}
            </>
          )}
        </span>
      </div>
      <CheckDialog key={`${vatId} ${lastCheck?.at.getTime()}`} of={of} />
    </div>
  );
}

function CheckDialog({ of: { providerId, name, vatId } }: { of: VatIdView }) {
  const t = useTranslations('admin.tax');
  const tConfirm = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" aria-label={t('checkNamed', { name })}>
          {t('check')}
        </Button>
      }
      heading={t('heading', { vatId })}
      description={t('text', { name })}
      labels={{ confirm: t('save'), keep: tConfirm('keep'), close: tConfirm('close') }}
      variant="primary"
      action={checkVatIdAction}
      said={t('said', { name })}
      foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
    >
      <input type="hidden" name="providerId" value={providerId} />
      <input type="hidden" name="vatId" value={vatId} />
      <FormGroup name="result" legend={t('result')}>
        <div className="grid gap-3">
          {results.map((result) => (
            <FormChoiceCard
              key={result}
              name="result"
              value={result}
              heading={t(`results.${result}`)}
              detail={t(`resultsText.${result}`)}
            />
          ))}
        </div>
      </FormGroup>
      <FormTextField name="reference" label={t('reference')} hint={t('referenceHint')} maxLength={80} />
    </ConfirmDialog>
  );
}

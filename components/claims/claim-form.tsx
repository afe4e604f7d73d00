import { useLocale, useTranslations } from 'next-intl';
import { FileField } from '@/components/files/file-field';
import { ActionForm, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { FormGroup } from '@/components/ui/form-group';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { openClaimAction } from '@/lib/claims/actions';
import { claimReasons, claimWishes } from '@/lib/claims/rules/outcome';
import type { Claimable } from '@/lib/claims/views/load-claimable';

/** What went wrong, what the client would like, and in their words; nothing is chosen beforehand. */
export function ClaimForm({ about, course }: Pick<Claimable, 'about' | 'course'>) {
  const t = useTranslations('claims.form');
  const tReason = useTranslations('claims.reasons');
  const tWish = useTranslations('claims.form.wishes');
  const locale = useLocale();
  const { subject, money } = about;
  const isMediation = about.priceAmount === 0 || money?.isOffPlatform === true;
  const price = formatMoney({ amount: about.priceAmount, currency: about.currency }, locale);
  return (
    <ActionForm action={openClaimAction} className="group/claim grid gap-7">
      {subject.bookingId && <input type="hidden" name="bookingId" value={subject.bookingId} />}
      {subject.seatId && <input type="hidden" name="seatId" value={subject.seatId} />}
      {course && course !== 'held' && <Banner tone="warm">{t(course)}</Banner>}
      {isMediation && <Banner>{t('mediation')}</Banner>}
      <FormGroup name="reason" legend={t('reason')}>
        <div className="grid gap-2.5 sm:grid-cols-2">
          {claimReasons.map((reason) => (
            <FormChoiceCard key={reason} name="reason" value={reason} heading={tReason(reason)} />
          ))}
        </div>
      </FormGroup>
      <FormGroup name="wish" legend={t('wish')}>
        <div className="grid gap-2.5">
          {claimWishes
            .filter((wish) => !isMediation || wish === 'other')
            .map((wish) => (
              <FormChoiceCard key={wish} name="wish" value={wish} heading={tWish(wish, { price })} />
            ))}
        </div>
      </FormGroup>
      {!isMediation && (
        <div className="hidden group-has-[[name=wish][value=part]:checked]/claim:block">
          <FormTextField
            name="amount"
            label={t('amount', { currency: about.currency })}
            hint={t('amountHint', { price })}
            inputMode="decimal"
          />
        </div>
      )}
      <FormTextArea name="text" label={t('text')} hint={t('textHint')} rows={6} maxLength={5000} />
      <FileField />
      <p className="text-sm text-ink-2">{t('next')}</p>
      <SubmitButton size="lg" className="justify-self-start">
        {t('send')}
      </SubmitButton>
    </ActionForm>
  );
}

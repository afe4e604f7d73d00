import { useTranslations } from 'next-intl';
import { FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Avatar } from '@/components/ui/portrait';
import { raisePlacesAction } from '@/lib/admin/actions';
import type { ListedProvider } from '@/lib/admin/types';
import { MOST_PLACES } from '@/lib/events/rules/seats';
import { portraitAddress } from '@/lib/profiles/rules/portraits';

/** Providers with how many may come to their events. */
export function ProviderList({ providers }: { providers: readonly ListedProvider[] }) {
  return (
    <Card>
      <CardList>
        {providers.map((provider) => (
          <li key={provider.id}>
            <Row provider={provider} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function Row({ provider }: { provider: ListedProvider }) {
  const t = useTranslations('admin.providers');
  const { id, name, kind, status, city, allowedPlaces: count } = provider;
  const facts = [
    t(`kinds.${kind}`),
    ...(city ? [city] : []),
    ...(status === 'published' ? [] : [t(`states.${status}`)]),
  ];
  const picture = portraitAddress(provider.portrait);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Avatar of={{ id, name, picture, kind: kind === 'organisation' ? kind : 'person' }} />
      <div className="grid min-w-0 flex-1 basis-52 wrap-anywhere">
        <b className="font-semibold">{name}</b>
        <span className="text-sm text-ink-2">{facts.join(' · ')}</span>
      </div>
      <p className="tnum text-sm">{t('places', { count })}</p>
      {/* Another number is another question: a dialog that was open for the old one closes. */}
      <PlacesDialog key={count} provider={provider} />
    </div>
  );
}

function PlacesDialog({ provider: { id, name, allowedPlaces } }: { provider: ListedProvider }) {
  const t = useTranslations('admin.providers');
  const tConfirm = useTranslations('ui.confirm');
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" aria-label={t('changeNamed', { name })}>
          {t('change')}
        </Button>
      }
      heading={t('heading', { name })}
      description={t('text', { count: allowedPlaces })}
      labels={{ confirm: t('save'), keep: tConfirm('keep'), close: tConfirm('close') }}
      variant="primary"
      action={raisePlacesAction}
      said={t('said', { name })}
      foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
    >
      <input type="hidden" name="providerId" value={id} />
      <FormTextField
        name="places"
        label={t('field')}
        hint={t('hint', { most: MOST_PLACES })}
        inputMode="numeric"
        defaultValue={String(allowedPlaces)}
      />
    </ConfirmDialog>
  );
}

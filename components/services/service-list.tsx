import { CircleDashed, Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ActionForm } from '@/components/ui/action-form';
import { Button, ButtonLink, buttonStyles } from '@/components/ui/button';
import { Card, CardList } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Money } from '@/components/ui/money';
import { SubmitButton } from '@/components/ui/submit-button';
import { activateServiceAction, deactivateServiceAction } from '@/lib/services/actions';
import type { OwnService } from '@/lib/services/types';
import { serviceTitle } from './service-title';

/** What the provider offers, one line each, and what is switched off. */
export function ServiceList({ services }: { services: readonly OwnService[] }) {
  return (
    <Card>
      <CardList>
        {services.map((service) => (
          <li key={service.id}>
            <ServiceRow service={service} />
          </li>
        ))}
      </CardList>
    </Card>
  );
}

function ServiceRow({ service }: { service: OwnService }) {
  const t = useTranslations('services');
  const locale = useLocale();
  const href = useHref();
  const title = serviceTitle(service.texts, locale) ?? t('untitled');
  const facts = [
    t(`kinds.${service.kind}`),
    t('minutes', { count: service.durationMinutes }),
    service.channels.map((channel) => t(`channels.${channel}`)).join(', '),
    t(`modes.${service.confirmationMode}`),
    ...(service.dailyLimit === null ? [] : [t('limits.day', { count: service.dailyLimit })]),
    ...(service.weeklyLimit === null ? [] : [t('limits.week', { count: service.weeklyLimit })]),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {title}
          {!service.isActive && (
            <Chip icon={CircleDashed} className="bg-tint text-ink-2">
              {t('inactive')}
            </Chip>
          )}
        </p>
        <p className="text-sm text-ink-2">{facts.join(' · ')}</p>
      </div>
      <p className="font-semibold">
        {service.price.amount === 0 ? t('free') : <Money value={service.price} />}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          href={href({ pathname: '/practice/services/[serviceId]', params: { serviceId: service.id } })}
          variant="secondary"
          size="sm"
          icon={Pencil}
          aria-label={t('editNamed', { title })}
        >
          {t('edit')}
        </ButtonLink>
        {!service.isActive && <ServiceSwitch service={service} />}
      </div>
    </div>
  );
}

/** Takes a service off sale after asking, or puts it back. */
export function ServiceSwitch({ service }: { service: OwnService }) {
  const t = useTranslations('services');
  const tConfirm = useTranslations('ui.confirm');
  const title = serviceTitle(service.texts, useLocale()) ?? t('untitled');
  const subject = <input type="hidden" name="serviceId" value={service.id} />;
  if (!service.isActive) {
    return (
      <ActionForm action={activateServiceAction}>
        {subject}
        <SubmitButton variant="quiet" size="sm">
          {t('activate')}
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant="dangerQuiet" size="sm">
          {t('deactivate')}
        </Button>
      }
      heading={t('deactivateHeading', { title })}
      description={t('deactivateText')}
      labels={{ confirm: t('deactivate'), keep: tConfirm('keep'), close: tConfirm('close') }}
      foldLook={buttonStyles({ variant: 'dangerQuiet', size: 'sm' })}
      action={deactivateServiceAction}
    >
      {subject}
    </ConfirmDialog>
  );
}

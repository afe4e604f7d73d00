'use client';

import type { ChangeEvent } from 'react';
import { FormSelect } from '@/components/ui/action-form';

/** What a service fills in for the session that is proposed as a case of it. */
export type ProposableService = {
  id: string;
  label: string;
  durationMinutes: string;
  price: string;
  channels: readonly string[];
};

type ServiceToProposeProps = { label: string; hint: string; services: readonly ProposableService[] };

/** The service that is proposed. Choosing another fills in its duration and price, and its way to meet where it has not the chosen one. */
export function ServiceToPropose({ label, hint, services }: ServiceToProposeProps) {
  const fillIn = ({ currentTarget: { form, value } }: ChangeEvent<HTMLSelectElement>) => {
    const service = services.find(({ id }) => id === value);
    if (!service || !form) return;
    write(form, 'durationMinutes', service.durationMinutes);
    write(form, 'price', service.price);
    const channel = form.elements.namedItem('channel');
    const [first] = service.channels;
    if (first && channel instanceof HTMLSelectElement && !service.channels.includes(channel.value))
      channel.value = first;
  };
  return (
    <FormSelect
      name="serviceId"
      label={label}
      hint={hint}
      onChange={fillIn}
      options={services.map((service) => ({ value: service.id, label: service.label }))}
    />
  );
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

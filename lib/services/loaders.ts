import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import type { Post } from '@/lib/availability/read-specialist-time';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { isId } from '@/lib/shared/ids';
import type { Currency } from '@/lib/shared/money';
import { findOwnService, listOwnServices } from './repository';
import type { OwnService } from './types';

/** Everything the provider offers or has switched off. */
export function loadOwnServices(actor: ProviderActor): Promise<OwnService[]> {
  return listOwnServices(db(), actor.provider.id);
}

/** Everything that a specialist gives in a practice, on sale or not. */
export async function loadServicesAt({ providerId, specialistId }: Post): Promise<OwnService[]> {
  const services = await listOwnServices(db(), providerId);
  return providerId === specialistId
    ? services
    : services.filter(({ memberIds }) => memberIds.includes(specialistId));
}

/** One of the provider's own services; 404 for any other. */
export async function loadOwnService(actor: ProviderActor, serviceId: string): Promise<OwnService> {
  const service = isId(serviceId) ? await findOwnService(db(), actor.provider.id, serviceId) : null;
  return service ?? notFound();
}

/** The currency in which everything on this instance is priced. */
export function loadCurrency(): Currency {
  return env().CURRENCY;
}

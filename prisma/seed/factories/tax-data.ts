import type { Prisma } from '@/lib/server/db/generated/client';

/** Tax details of a person, so that a provider can be paid. */
export function taxDataOf(providerId: string, name: string, now: Date): Prisma.TaxDataCreateManyInput {
  const [givenName = '', ...rest] = name.split(' ');
  return {
    providerId,
    kind: 'individual',
    givenName,
    legalName: rest.join(' ') || givenName,
    street: 'Lindenstr. 1',
    postalCode: '10969',
    city: 'Berlin',
    country: 'DE',
    birthDate: new Date('1985-04-12T00:00:00Z'),
    tin: '12345678901',
    tinCountry: 'DE',
    updatedAt: now,
  };
}

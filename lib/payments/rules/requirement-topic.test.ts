import { expect, test } from 'vitest';
import { requirementTopicsOf } from '@/lib/payments/rules/requirement-topic';

test.each([
  ['identity.individual.given_name', 'name'],
  ['identity.individual.surname', 'name'],
  ['identity.individual.date_of_birth', 'birth'],
  ['identity.individual.address', 'address'],
  ['identity.individual.address.postal_code', 'address'],
  ['identity.individual.email', 'contact'],
  ['identity.individual.id_numbers', 'taxNumber'],
  ['identity.individual.documents.primary_verification', 'document'],
  ['identity.business_details.registered_name', 'business'],
  ['identity.attestations.terms_of_service.account', 'terms'],
  ['configuration.recipient.default_outbound_destination', 'bank'],
  ['person_123.relationship.owner', 'people'],
  ['something.new', 'other'],
  ['', 'other'],
])('%s is about %s', (description, topic) => {
  expect(requirementTopicsOf([description])).toEqual([topic]);
});

test('each topic is told once, in one order', () => {
  const asked = ['something.new', 'identity.individual.surname', 'another', 'identity.individual.given_name'];
  expect(requirementTopicsOf(asked)).toEqual(['name', 'other']);
  expect(requirementTopicsOf([])).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { freeSlots } from '@/lib/availability/rules/slots';
import {
  type Example,
  eveningTerms,
  hours,
  inputOf,
  usualTerms,
  weekly,
} from '@/lib/availability/rules/slots.examples';
import type { OwnTerms } from '@/lib/availability/rules/terms';

/** Winter in Berlin, so that 09:00 on the wall is 08:00Z. */
const week: Omit<Example, 'name' | 'starts'> = {
  zone: 'Europe/Berlin',
  now: '2027-01-01T00:00Z',
  window: ['2027-01-10T23:00Z', '2027-01-17T23:00Z'],
};

describe('terms of a range', () => {
  const service = { durationMinutes: 60 };
  const slotsOf = (example: Partial<Example>) =>
    freeSlots(inputOf({ ...week, name: '', starts: [], ...example })).map(({ start, price, channels }) => [
      start.toISOString().slice(11, 16),
      price.amount,
      channels.join(),
    ]);

  test('replace those of the service', () => {
    const range = { ...hours('18:00-20:00', eveningTerms), weekday: 1 as const };
    expect(slotsOf({ weekly: [range], service })).toEqual([
      ['17:00', 9000, 'in_person'],
      ['18:00', 9000, 'in_person'],
    ]);
  });

  test('one of them alone leaves the other as it is', () => {
    const range = (terms: OwnTerms) => ({ ...hours('18:00-19:00', terms), weekday: 1 as const });
    expect(slotsOf({ weekly: [range({ priceAmount: 9000 })], service })).toEqual([
      ['17:00', 9000, 'video,voice'],
    ]);
    expect(slotsOf({ weekly: [range({ channels: ['voice'] })], service })).toEqual([
      ['17:00', 6000, 'voice'],
    ]);
  });

  test('a service that is free stays free', () => {
    const free = { ...service, terms: { ...usualTerms, price: { ...usualTerms.price, amount: 0 } } };
    const range = { ...hours('18:00-19:00', eveningTerms), weekday: 1 as const };
    expect(slotsOf({ weekly: [range], service: free })).toEqual([['17:00', 0, 'in_person']]);
  });

  test('no session runs from one price into another', () => {
    const week = [
      ...weekly('16:00-17:30', [1]),
      { ...hours('17:30-19:00', eveningTerms), weekday: 1 as const },
    ];
    expect(slotsOf({ weekly: week, service })).toEqual([
      ['15:00', 6000, 'video,voice'],
      ['16:30', 9000, 'in_person'],
    ]);
  });

  test('the same terms in another order are the same', () => {
    const same = { priceAmount: 6000, channels: ['voice', 'video'] as const };
    const week = [...weekly('09:00-10:30', [1]), { ...hours('10:00-12:00', same), weekday: 1 as const }];
    expect(slotsOf({ weekly: week, service }).map(([start]) => start)).toEqual(['08:00', '09:00', '10:00']);
  });

  test('where they conflict, the exception wins', () => {
    const exceptions = [
      { date: '2027-01-11', kind: 'extra' as const, ranges: [hours('10:00-11:00', eveningTerms)] },
    ];
    expect(slotsOf({ weekly: weekly('09:00-13:00', [1]), exceptions, service })).toEqual([
      ['08:00', 6000, 'video,voice'],
      ['09:00', 9000, 'in_person'],
      ['10:00', 6000, 'video,voice'],
      ['11:00', 6000, 'video,voice'],
    ]);
  });

  test('the exception wins also over a weekly range that starts later', () => {
    const exceptions = [
      { date: '2027-01-11', kind: 'extra' as const, ranges: [hours('08:00-10:00', eveningTerms)] },
    ];
    expect(slotsOf({ weekly: weekly('09:00-12:00', [1]), exceptions, service })).toEqual([
      ['07:00', 9000, 'in_person'],
      ['08:00', 9000, 'in_person'],
      ['09:00', 6000, 'video,voice'],
      ['10:00', 6000, 'video,voice'],
    ]);
  });

  test('two that touch within a conflict still keep their grids', () => {
    const loser = { ...hours('08:30-11:00', eveningTerms), weekday: 1 as const };
    expect(slotsOf({ weekly: [loser, ...weekly('09:00-10:30 10:30-12:00', [1])], service })).toEqual([
      ['08:00', 6000, 'video,voice'],
      ['09:00', 6000, 'video,voice'],
      ['09:30', 6000, 'video,voice'],
    ]);
  });

  test('then the later start', () => {
    const week = [
      ...weekly('09:00-13:00', [1]),
      { ...hours('11:30-13:00', eveningTerms), weekday: 1 as const },
    ];
    expect(slotsOf({ weekly: week, service })).toEqual([
      ['08:00', 6000, 'video,voice'],
      ['09:00', 6000, 'video,voice'],
      ['10:30', 9000, 'in_person'],
    ]);
  });
});

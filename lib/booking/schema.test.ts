import { expect, it } from 'vitest';
import { newId } from '@/lib/shared/ids';
import { holdSchema, proposalSchema, rescheduleSchema } from './schema';

const serviceId = newId();

it.each([
  ['2027-01-04T10:00:00Z', true],
  ['2000-01-01T00:00:00Z', true],
  ['2200-12-31T23:59:59Z', true],
  ['2201-01-01T00:00:00Z', false],
  ['1999-12-31T23:59:59Z', false],
  ['0000-01-01T00:00:00Z', false],
  ['9999-12-31T23:59:59-23:59', false],
  ['2027-02-30T10:00:00Z', false],
  ['tomorrow', false],
])('a hold from %s: %s', (start, isFine) => {
  const parsed = holdSchema.safeParse({ serviceId, start });
  expect(parsed.success).toBe(isFine);
  if (!isFine) expect(parsed.error?.issues.map(({ message }) => message)).toContain('common.invalidDate');
});

const proposal = {
  clientId: newId(),
  serviceId,
  title: '',
  date: '2027-01-04',
  time: '07:30',
  durationMinutes: '45',
  price: '70,50',
  channel: 'video',
  message: '',
};

it('reads a proposal as it is typed', () => {
  expect(proposalSchema.parse(proposal)).toEqual({
    clientId: proposal.clientId,
    serviceId,
    title: null,
    date: '2027-01-04',
    time: 450,
    durationMinutes: 45,
    price: 7050,
    channel: 'video',
    message: null,
    isAgreed: false,
  });
});

it.each([
  [{ date: '2027-02-30' }, { date: 'common.invalidDate' }],
  [{ date: '' }, { date: 'common.invalidDate' }],
  [{ time: '24:00' }, { time: 'availability.timeInvalid' }],
  [{ time: '' }, { time: 'availability.timeInvalid' }],
  [{ durationMinutes: '4' }, { durationMinutes: 'service.durationInvalid' }],
  [{ durationMinutes: '481' }, { durationMinutes: 'service.durationInvalid' }],
  [{ price: '0,49' }, { price: 'service.priceTooLow' }],
  [{ price: 'ten' }, { price: 'service.priceInvalid' }],
  [{ channel: 'letter' }, { channel: 'service.channelMissing' }],
  [{ isAgreed: 'on' }, { price: 'booking.agreedNotFree' }],
  [
    { isAgreed: 'on', time: 'noon' },
    { price: 'booking.agreedNotFree', time: 'availability.timeInvalid' },
  ],
  [{ isAgreed: 'on', price: '0' }, {}],
])('a proposal with %j is wrong in %j', (more, wrong) => {
  const parsed = proposalSchema.safeParse({ ...proposal, ...more });
  const found = parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];
  expect(Object.fromEntries(found)).toEqual(wrong);
});

it.each([
  [{}, 'booking.timeMissing'],
  [{ start: '' }, 'booking.timeMissing'],
  [{ start: 'tomorrow' }, 'common.invalidDate'],
])('another time from %j is refused at the times', (fields, message) => {
  const parsed = rescheduleSchema.safeParse({ bookingId: newId(), ...fields });
  expect(parsed.error?.issues).toMatchObject([{ path: ['start'], message }]);
});

import { describe, expect, it } from 'vitest';
import { changeEventSchema, eventSchema, eventSearchSchema } from './schema';

const form = {
  date: '2027-03-10',
  time: '18:30',
  deadlineDate: '',
  deadlineTime: '',
  durationMinutes: '90',
  price: '25,00',
  vatPercent: '0',
  minimumSeats: '2',
  maximumSeats: '10',
  language: 'fr',
  cover: 'cover-talk',
  'title-fr': 'Mieux dormir',
  'title-de': 'Besser schlafen',
  'description-de': 'Ein Abend',
};
const fieldsOf = (input: object) => {
  const parsed = eventSchema.safeParse(input);
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]));
};

describe('the form of an event', () => {
  it('is read as the use cases need it', () => {
    expect(eventSchema.parse(form)).toEqual({
      start: { date: '2027-03-10', minute: 18 * 60 + 30 },
      deadline: null,
      durationMinutes: 90,
      priceAmount: 2500,
      vatBps: 0,
      minimumSeats: 2,
      maximumSeats: 10,
      language: 'fr',
      cover: 'cover-talk',
      texts: [
        { locale: 'fr', title: 'Mieux dormir', description: '' },
        { locale: 'de', title: 'Besser schlafen', description: 'Ein Abend' },
      ],
    });
    const deadline = { deadlineDate: '2027-03-09', deadlineTime: '12:00' };
    expect(eventSchema.parse({ ...form, ...deadline }).deadline).toEqual({ date: '2027-03-09', minute: 720 });
  });

  it.each([
    [{ durationMinutes: '14' }, { durationMinutes: 'event.durationInvalid' }],
    [{ durationMinutes: '481' }, { durationMinutes: 'event.durationInvalid' }],
    [{ minimumSeats: '0' }, { minimumSeats: 'event.minimumInvalid' }],
    [{ minimumSeats: '11' }, { maximumSeats: 'event.maximumInvalid' }],
    [{ maximumSeats: '1001' }, { maximumSeats: 'event.maximumInvalid' }],
    [{ price: '0.49' }, { price: 'service.priceTooLow' }],
    [{ cover: '../x' }, { cover: 'common.invalidChoice' }],
    [{ language: 'xx' }, { language: 'provider.languageUnknown' }],
    [{ deadlineDate: '2027-03-09' }, { deadlineDate: 'event.deadlineInvalid' }],
    [{ deadlineTime: '25:00', deadlineDate: '2027-03-09' }, { deadlineTime: 'availability.timeInvalid' }],
    [{ 'title-fr': '', 'title-de': '' }, { 'title-de': 'event.titleMissing' }],
    [{ 'title-fr': '', 'title-de': '', 'description-de': '' }, { 'title-fr': 'event.titleMissing' }],
  ])('%j: %j', (change, wrong) => {
    expect(fieldsOf({ ...form, ...change })).toEqual(wrong);
  });

  it('of a change tells the same of its fields', () => {
    const eventId = '01900000-0000-7000-8000-000000000000';
    expect(changeEventSchema.parse({ ...form, eventId })).toMatchObject({ eventId, priceAmount: 2500 });
    expect(changeEventSchema.safeParse({ ...form, eventId, price: 'x' }).success).toBe(false);
    expect(changeEventSchema.safeParse({ ...form, eventId: 'x' }).success).toBe(false);
  });
});

it('an address that somebody edited is searched without the part that is wrong', () => {
  const asked = { q: 'sleep', speciality: 'nothing', language: 'fr', free: '2', from: '2027-02-30', to: 'x' };
  expect(eventSearchSchema.parse(asked)).toEqual({ q: 'sleep', language: 'fr' });
  expect(eventSearchSchema.parse({ free: '1', from: '2027-03-01', q: ['a', 'b'] })).toEqual({
    q: '',
    free: '1',
    from: '2027-03-01',
  });
  expect(eventSearchSchema.parse({ from: '0001-01-01', to: '9999-12-31' })).toEqual({ q: '' });
});

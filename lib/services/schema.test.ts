import { expect, it } from 'vitest';
import { serviceSchema } from './schema';

const service = {
  kind: 'video',
  durationMinutes: '50',
  price: '70',
  channels: ['video'],
  bufferBeforeMinutes: '0',
  bufferAfterMinutes: '10',
  noticeHours: '12',
  horizonDays: '60',
  slotStepMinutes: '',
  confirmationMode: 'request',
  vatPercent: '0',
  'title-fr': 'Une séance',
};

it.each([
  ['3', '2', 'service.weekBelowDay'],
  ['3', '3', undefined],
  ['3', '10', undefined],
  ['', '2', undefined],
  ['3', '', undefined],
  ['3', '0', 'service.limitInvalid'],
])('limits of %s a day and %s a week: %s', (dailyLimit, weeklyLimit, code) => {
  const parsed = serviceSchema.safeParse({ ...service, dailyLimit, weeklyLimit });
  const issues = parsed.error?.issues.map(({ path, message }) => [path.join(), message]) ?? [];
  expect(issues).toEqual(code ? [['weeklyLimit', code]] : []);
});

import { expect, it } from 'vitest';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { wallInstant } from './wall-instant';

it.each(['Europe/Paris', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'UTC'])(
  'a time on the clocks of %s is the instant that the server reads from it',
  (zone) => {
    for (const date of ['2027-03-28', '2027-03-14', '2027-10-31', '2027-06-30', '2027-12-31'])
      for (const minute of [0, 15, 240, 720, 1425])
        expect(wallInstant(date, minute, zone)).toEqual(instantOfWall(date, minute, zone));
  },
);

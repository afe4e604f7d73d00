const range = (weekdays: number[], from: number, to: number) =>
  weekdays.map((weekday) => ({ weekday, startMinute: from * 60, endMinute: to * 60 }));

const workdays = [1, 2, 3, 4, 5];

/** Weekly hours that the demo's advisors keep, on the wall clock of their zone. */
export const hours = {
  office: [...range(workdays, 9, 12), ...range(workdays, 14, 18)],
  evenings: [...range([1, 2, 3, 4], 15, 21), ...range([6], 10, 14)],
  early: range([2, 3, 4, 5, 6], 7, 13),
  threeDays: range([1, 3, 5], 10, 19),
  weekend: range([4, 5, 6, 7], 10, 17),
} as const;
export type HoursName = keyof typeof hours;

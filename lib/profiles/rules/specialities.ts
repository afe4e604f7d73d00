/** What advisors help with. The names are in the messages; these codes are stored and stand in addresses. */
export const specialities = [
  'psychology',
  'coaching',
  'law',
  'nutrition',
  'career',
  'family',
  'finance',
  'education',
  'sleep',
  'addiction-support',
] as const;
export type Speciality = (typeof specialities)[number];

/** Whether the text is one of the specialities. */
export function isSpeciality(text: string): text is Speciality {
  return specialities.some((speciality) => speciality === text);
}

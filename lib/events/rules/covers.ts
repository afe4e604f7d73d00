/** The drawings of the house, from which an event's cover is chosen. */
export const covers = ['cover-talk', 'cover-path', 'cover-sleep', 'cover-food', 'cover-law'] as const;
export type Cover = (typeof covers)[number];

/** Where the picture of a stored cover lies. */
export function coverAddress(cover: string): string {
  return `/img/${cover}.svg`;
}

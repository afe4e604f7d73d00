/** The tag of the page of one profile. */
export const profileTag = (slug: string) => `provider:${slug}`;

/** The tag of everything that lists or counts profiles. */
export const directoryTag = 'directory';

/** What public pages carry that show a profile: its own page and everything that lists profiles. */
export function profileTags({ slug }: { slug: string }): string[] {
  return [profileTag(slug), directoryTag];
}

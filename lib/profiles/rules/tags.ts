/** What public pages carry that show a profile: its own page and everything that lists profiles. */
export function profileTags({ slug }: { slug: string }): string[] {
  return [`provider:${slug}`, 'directory'];
}

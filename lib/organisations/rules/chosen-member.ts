import type { Member } from '@/lib/organisations/types';

/** Whom an address asks for, of the members there are; nothing, or somebody else, means all of them. */
export function chosenMember(members: readonly Member[], asked: unknown): string | undefined {
  return members.find(({ id }) => id === asked)?.id;
}

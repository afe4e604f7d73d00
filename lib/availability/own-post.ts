import type { Post } from './repository';

/** A specialist in the practice that is their own. */
export const ownPost = (providerId: string): Post => ({ providerId, specialistId: providerId });

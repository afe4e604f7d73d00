/** The tag of the page of one event. */
export const eventTag = (eventId: string) => `event:${eventId}`;

/** A calendar asks for more work than any person's calendar; it is refused as a whole. */
export class TooComplex extends Error {}

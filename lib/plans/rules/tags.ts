/** The tag of every public page that names plans and their terms. */
export const plansTag = 'plans';

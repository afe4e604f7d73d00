/** Who gives a service of an organisation, for booking. */
export { lockGiven, switchOffUngiven } from './repository';

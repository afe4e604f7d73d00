import type { Line } from './plan';

/**
 * Bookings at the practices of the demo, by practice and member. They lie on open days of the member that no own booking
 * uses, so that nobody is in two places at once.
 */
export const organisationLines: Readonly<Record<string, Readonly<Record<string, readonly Line[]>>>> = {
  'maison-des-familles': {
    'leila-haddad': [
      [-20, 0, 0, 'completed'],
      [-9, 0, 4, 'missed'],
      [1, 0, 0, 'accepted'],
      [6, 1, 8, 'pending'],
    ],
    'nadia-benali': [
      [-18, 0, 2, 'completed'],
      [-5, 1, 6, 'lateCancel'],
      [6, 0, 0, 'accepted'],
      [8, 1, 3, 'pending'],
    ],
    'antoine-rousset': [
      [-20, 1, 9, 'completed'],
      [-9, 1, 5, 'freeCancel'],
      [1, 0, 10, 'accepted', 'introduction'],
      [8, 0, 7, 'accepted'],
    ],
  },
  'praxis-lindenhof': {
    'ingrid-bauer': [
      [-20, 0, 1, 'completed'],
      [-5, 0, 5, 'completed'],
      [6, 0, 9, 'accepted'],
    ],
    'samuel-weiss': [
      [-18, 1, 9, 'completed'],
      [8, 0, 1, 'pending'],
    ],
  },
  'tihaya-gavan': {
    'elena-morozova': [
      [-20, 0, 11, 'completed'],
      [6, 1, 2, 'accepted'],
    ],
    'marina-sorokina': [
      [-5, 0, 6, 'providerCancelled'],
      [8, 0, 11, 'pending'],
    ],
  },
  'crossroads-careers': {
    'david-okafor': [
      [-18, 0, 3, 'completed'],
      [6, 0, 10, 'accepted'],
    ],
    'tomas-herrera': [[-20, 0, 7, 'completed']],
  },
};

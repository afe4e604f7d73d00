import type { Cover } from '@/lib/events/rules/covers';
import type { Locale } from '@/lib/i18n/routing';

export type EventContent = {
  cover: Cover;
  texts: Partial<Record<Locale, readonly [title: string, description: string]>>;
};

/** What the events of the demo are about. */
export const eventContents = {
  sleep: {
    cover: 'cover-sleep',
    texts: {
      fr: [
        'Mieux dormir : une soirée pour comprendre ses nuits',
        'Pourquoi le sommeil s’échappe quand on le cherche, et ce qui l’aide à revenir. Une heure d’explications simples, puis vos questions.',
      ],
      en: [
        'Sleeping better: an evening to understand your nights',
        'Why sleep slips away when one looks for it, and what helps it come back. An hour of plain explanations, then your questions.',
      ],
      de: [
        'Besser schlafen: ein Abend über Ihre Nächte',
        'Warum der Schlaf ausweicht, wenn man ihn sucht, und was ihm hilft zurückzukommen. Eine Stunde verständlicher Erklärungen, dann Ihre Fragen.',
      ],
      ru: [
        'Спать лучше: вечер о ваших ночах',
        'Почему сон ускользает, когда его ищут, и что помогает ему вернуться. Час простых объяснений, затем ваши вопросы.',
      ],
    },
  },
  circle: {
    cover: 'cover-talk',
    texts: {
      fr: [
        'Cercle de parole : tenir sans s’épuiser',
        'Un petit groupe, une règle simple : chacun parle de soi, personne ne conseille. Gratuit et ouvert à tous.',
      ],
      en: [
        'Open circle: carrying on without wearing out',
        'A small group with one rule: everybody speaks of themselves, nobody advises. Free and open to all.',
      ],
      de: [
        'Offener Kreis: durchhalten, ohne auszubrennen',
        'Eine kleine Runde mit einer Regel: Alle sprechen von sich, niemand rät. Kostenlos und offen für alle.',
      ],
      ru: [
        'Открытый круг: держаться и не выгорать',
        'Небольшая группа с одним правилом: каждый говорит о себе, никто не советует. Бесплатно и для всех.',
      ],
    },
  },
  rent: {
    cover: 'cover-law',
    texts: {
      de: [
        'Mietrecht in einer Stunde',
        'Kaution, Nebenkosten, Kündigung: was gilt, was nicht, und welche Briefe sich lohnen.',
      ],
      en: [
        'Renting in Germany: the law in an hour',
        'Deposit, service charges, notice: what holds, what does not, and which letters are worth writing.',
      ],
    },
  },
  parents: {
    cover: 'cover-path',
    texts: {
      ru: [
        'Подросток дома: как снова начать разговор',
        'Разберём, почему разговоры превращаются в споры, и попробуем другие первые фразы.',
      ],
      en: [
        'A teenager at home: starting to talk again',
        'We look at why conversations turn into quarrels and try other first sentences.',
      ],
    },
  },
  career: {
    cover: 'cover-path',
    texts: {
      en: [
        'Changing careers after forty',
        'What employers ask, what they fear, and how to tell a career with a bend in it.',
      ],
      de: [
        'Beruflich neu anfangen nach vierzig',
        'Was Arbeitgeber fragen, was sie fürchten, und wie sich ein Lebenslauf mit einer Kurve erzählen lässt.',
      ],
    },
  },
  speak: {
    cover: 'cover-talk',
    texts: {
      fr: [
        'Prendre la parole sans trembler',
        'Trois exercices de souffle et de regard, à essayer ensemble, caméra ouverte ou fermée.',
      ],
      en: [
        'Speaking up without shaking',
        'Three exercises for breath and gaze, tried together, with the camera on or off.',
      ],
    },
  },
  invest: {
    cover: 'cover-path',
    texts: {
      de: [
        'Geld anlegen, ohne nervös zu werden',
        'Was ein Notgroschen ist, was breit gestreut heisst, und warum Geduld mehr bringt als Tipps.',
      ],
      fr: [
        'Placer son argent sans s’inquiéter',
        'Ce qu’est une réserve, ce que diversifier veut dire, et pourquoi la patience vaut mieux que les conseils.',
      ],
      en: [
        'Investing without getting nervous',
        'What a reserve is, what spreading means, and why patience beats tips.',
      ],
    },
  },
  eat: {
    cover: 'cover-food',
    texts: {
      en: [
        'Eating well in a busy week',
        'Five dishes that keep, a list for the market, and no forbidden foods.',
      ],
      fr: [
        'Bien manger une semaine chargée',
        'Cinq plats qui se gardent, une liste pour le marché, et aucun aliment interdit.',
      ],
    },
  },
  divorce: {
    cover: 'cover-law',
    texts: {
      fr: [
        'Se séparer : les premières démarches',
        'Logement, enfants, comptes : dans quel ordre s’y prendre, et ce qui peut attendre.',
      ],
      en: ['Separating: the first steps', 'Home, children, accounts: in which order, and what can wait.'],
    },
  },
} as const satisfies Record<string, EventContent>;
export type EventName = keyof typeof eventContents;

/** What an event says, by language. */
export function textsOf(name: EventName) {
  const { texts }: EventContent = eventContents[name];
  return Object.entries(texts).map(([locale, [title, description]]) => ({ locale, title, description }));
}

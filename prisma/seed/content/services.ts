import type { Locale } from '@/lib/i18n/routing';
import type { Speciality } from '@/lib/profiles/rules/specialities';

export type Titled = Record<Locale, readonly [title: string, description: string]>;

/** A first free call, the same for everybody. */
export const introduction: Titled = {
  fr: [
    'Premier échange',
    'Quinze minutes pour faire connaissance et voir si nous pouvons travailler ensemble.',
  ],
  en: ['First call', 'Fifteen minutes to get to know each other and see whether we can work together.'],
  de: [
    'Erstes Gespräch',
    'Fünfzehn Minuten, um einander kennenzulernen und zu sehen, ob wir zusammenarbeiten können.',
  ],
  ru: ['Первый разговор', 'Пятнадцать минут, чтобы познакомиться и понять, можем ли мы работать вместе.'],
};

const counselling: Titled = {
  fr: ['Séance individuelle', 'Un entretien à votre rythme, à partir de ce qui vous occupe aujourd’hui.'],
  en: ['Individual session', 'A conversation at your pace, starting from what is on your mind today.'],
  de: ['Einzelsitzung', 'Ein Gespräch in Ihrem Tempo, ausgehend von dem, was Sie heute beschäftigt.'],
  ru: ['Индивидуальная встреча', 'Разговор в вашем ритме о том, что важно для вас сегодня.'],
};

const advice: Titled = {
  fr: [
    'Consultation',
    'Votre situation, les règles qui s’y appliquent, et les prochaines démarches par écrit.',
  ],
  en: ['Consultation', 'Your situation, the rules that apply to it, and the next steps in writing.'],
  de: ['Beratung', 'Ihre Lage, was dafür gilt, und die nächsten Schritte schriftlich.'],
  ru: [
    'Консультация',
    'Ваша ситуация, правила, которые к ней применимы, и следующие шаги в письменном виде.',
  ],
};

const coaching: Titled = {
  fr: ['Séance de coaching', 'Une question, un but, et ce que vous ferez avant la prochaine fois.'],
  en: ['Coaching session', 'One question, one aim, and what you will do before next time.'],
  de: ['Coaching-Sitzung', 'Eine Frage, ein Ziel, und was Sie bis zum nächsten Mal tun.'],
  ru: ['Коуч-сессия', 'Один вопрос, одна цель и то, что вы сделаете до следующего раза.'],
};

const family: Titled = {
  fr: ['Entretien de couple ou de famille', 'Ensemble ou séparément, pour que chacun soit entendu.'],
  en: ['Couple or family session', 'Together or apart, so that each of you is heard.'],
  de: ['Paar- oder Familiengespräch', 'Gemeinsam oder getrennt, damit jeder gehört wird.'],
  ru: ['Встреча для пары или семьи', 'Вместе или по отдельности, чтобы услышали каждого.'],
};

/** The main session, by the advisor's first speciality. */
export const session: Record<Speciality, Titled> = {
  psychology: counselling,
  coaching,
  law: advice,
  nutrition: advice,
  career: coaching,
  family,
  finance: advice,
  education: advice,
  sleep: counselling,
  'addiction-support': counselling,
};

/** A longer one. */
export const longSession: Titled = {
  fr: ['Séance longue', 'Quatre-vingt-dix minutes pour une décision ou une étape importante.'],
  en: ['Long session', 'Ninety minutes for a decision or an important step.'],
  de: ['Lange Sitzung', 'Neunzig Minuten für eine Entscheidung oder einen wichtigen Schritt.'],
  ru: ['Длинная встреча', 'Девяносто минут для решения или важного шага.'],
};

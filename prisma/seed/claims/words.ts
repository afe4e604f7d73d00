import type { Locale } from '@/lib/i18n/routing';

/** What the two sides of the demo write; each in the client's language, since that is what they speak together. */
type Words = { opening: string; answer: string; contest: string; decision: string };

const words: Record<Locale, Words> = {
  en: {
    opening: 'The call ended after twenty minutes and did not come back. I waited until the end of the hour.',
    answer: 'I am sorry: my connection failed. I wrote at once and offered another time.',
    contest: 'I had taken the afternoon off for this. Another time does not solve it for me.',
    decision:
      'The room recorded both of you for less than half of the planned time. We have weighed what you wrote.',
  },
  fr: {
    opening:
      'L’appel s’est coupé au bout de vingt minutes et n’est pas revenu. J’ai attendu jusqu’à la fin de l’heure.',
    answer: 'Je suis désolée : ma connexion est tombée. J’ai écrit tout de suite et proposé une autre date.',
    contest: 'J’avais pris mon après-midi pour cela. Une autre date ne règle pas la question pour moi.',
    decision:
      'La salle a enregistré votre présence commune moins de la moitié du temps prévu. Nous avons pesé vos deux récits.',
  },
  de: {
    opening:
      'Das Gespräch brach nach zwanzig Minuten ab und kam nicht wieder. Ich habe bis zum Ende der Stunde gewartet.',
    answer:
      'Es tut mir leid: Meine Verbindung fiel aus. Ich habe sofort geschrieben und einen anderen Termin angeboten.',
    contest: 'Ich hatte mir dafür den Nachmittag freigenommen. Ein anderer Termin löst das für mich nicht.',
    decision:
      'Der Raum verzeichnet Sie beide für weniger als die Hälfte der geplanten Zeit. Wir haben beides abgewogen.',
  },
  ru: {
    opening: 'Звонок оборвался через двадцать минут и больше не возобновился. Я ждала до конца часа.',
    answer: 'Мне очень жаль: пропала связь. Я сразу написала и предложила другое время.',
    contest: 'Ради этого я освободила весь день. Другое время для меня вопрос не решает.',
    decision:
      'Комната записала вас обоих меньше половины запланированного времени. Мы взвесили написанное вами.',
  },
};

export function wordsIn(locale: string): Words {
  return locale === 'fr' || locale === 'de' || locale === 'ru' ? words[locale] : words.en;
}

/** Beside the opening of one claim lies a file. */
export const fileOf = {
  name: 'Connection log.txt',
  text: '17:30:04 connected\n17:52:11 connection lost\n17:52:40 reconnecting\n18:00:00 gave up\n',
};

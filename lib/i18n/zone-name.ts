/** City names that differ between our languages; a city that is missing is written as in its zone. */
const cities: Readonly<Record<string, { fr?: string; de?: string; ru: string }>> = {
  Almaty: { ru: 'Алматы' },
  Amsterdam: { ru: 'Амстердам' },
  Athens: { fr: 'Athènes', de: 'Athen', ru: 'Афины' },
  Auckland: { ru: 'Окленд' },
  Bangkok: { ru: 'Бангкок' },
  Belgrade: { de: 'Belgrad', ru: 'Белград' },
  Berlin: { ru: 'Берлин' },
  Brussels: { fr: 'Bruxelles', de: 'Brüssel', ru: 'Брюссель' },
  Bucharest: { fr: 'Bucarest', de: 'Bukarest', ru: 'Бухарест' },
  Budapest: { ru: 'Будапешт' },
  Cairo: { fr: 'Le Caire', de: 'Kairo', ru: 'Каир' },
  Chicago: { ru: 'Чикаго' },
  Chisinau: { fr: 'Chișinău', de: 'Chișinău', ru: 'Кишинёв' },
  Copenhagen: { fr: 'Copenhague', de: 'Kopenhagen', ru: 'Копенгаген' },
  Denver: { ru: 'Денвер' },
  Dubai: { fr: 'Dubaï', ru: 'Дубай' },
  Dublin: { ru: 'Дублин' },
  Helsinki: { ru: 'Хельсинки' },
  Istanbul: { ru: 'Стамбул' },
  Jerusalem: { fr: 'Jérusalem', ru: 'Иерусалим' },
  Kathmandu: { fr: 'Katmandou', ru: 'Катманду' },
  Kolkata: { fr: 'Calcutta', de: 'Kalkutta', ru: 'Калькутта' },
  Kyiv: { fr: 'Kiev', de: 'Kiew', ru: 'Киев' },
  Lisbon: { fr: 'Lisbonne', de: 'Lissabon', ru: 'Лиссабон' },
  London: { fr: 'Londres', ru: 'Лондон' },
  Los_Angeles: { ru: 'Лос-Анджелес' },
  Luxembourg: { de: 'Luxemburg', ru: 'Люксембург' },
  Madrid: { ru: 'Мадрид' },
  Minsk: { ru: 'Минск' },
  Montreal: { fr: 'Montréal', ru: 'Монреаль' },
  Moscow: { fr: 'Moscou', de: 'Moskau', ru: 'Москва' },
  New_York: { ru: 'Нью-Йорк' },
  Oslo: { ru: 'Осло' },
  Paris: { ru: 'Париж' },
  Prague: { de: 'Prag', ru: 'Прага' },
  Riga: { ru: 'Рига' },
  Rome: { de: 'Rom', ru: 'Рим' },
  Santiago: { ru: 'Сантьяго' },
  Sao_Paulo: { fr: 'São Paulo', de: 'São Paulo', ru: 'Сан-Паулу' },
  Singapore: { fr: 'Singapour', de: 'Singapur', ru: 'Сингапур' },
  Sofia: { ru: 'София' },
  Stockholm: { ru: 'Стокгольм' },
  Sydney: { ru: 'Сидней' },
  Tallinn: { ru: 'Таллин' },
  Tbilisi: { fr: 'Tbilissi', de: 'Tiflis', ru: 'Тбилиси' },
  Tokyo: { de: 'Tokio', ru: 'Токио' },
  Toronto: { ru: 'Торонто' },
  Vancouver: { ru: 'Ванкувер' },
  Vienna: { fr: 'Vienne', de: 'Wien', ru: 'Вена' },
  Vilnius: { ru: 'Вильнюс' },
  Warsaw: { fr: 'Varsovie', de: 'Warschau', ru: 'Варшава' },
  Yekaterinburg: { fr: 'Ekaterinbourg', de: 'Jekaterinburg', ru: 'Екатеринбург' },
  Yerevan: { fr: 'Erevan', de: 'Jerewan', ru: 'Ереван' },
  Zurich: { de: 'Zürich', ru: 'Цюрих' },
};

/** "+05:30" for a fixed offset written as "UTC+05:30", nothing for an IANA zone. */
export function fixedOffset(zone: string): string | undefined {
  return /^UTC([+-]\d{2}:\d{2})$/.exec(zone)?.[1];
}

function partOf(zone: string, locale: string, name: 'longGeneric' | 'shortOffset', instant: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: fixedOffset(zone) ?? zone, timeZoneName: name });
  return parts.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** The offset that holds in a zone at a moment: "UTC+1", "UTC−5:30", "UTC". */
export function zoneOffsetLabel(zone: string, instant: Date): string {
  return partOf(zone, 'en-GB', 'shortOffset', instant).replace('GMT', 'UTC').replace('-', '−');
}

/** "Новосибирск" of "Новосибирск, стандартное время". */
function genericRussian(zone: string): string {
  return partOf(zone, 'ru', 'longGeneric', new Date(0)).replace(/, стандартное время$/u, '');
}

/**
 * What people call a zone: its city in their language, the zone's own name where the city is not
 * known in Cyrillic, or the offset itself for a fixed one.
 */
export function zoneName(zone: string, locale: string): string {
  if (fixedOffset(zone) || zone === 'UTC') return zone.replace('-', '−');
  const city = zone.split('/').at(-1) ?? zone;
  const known = cities[city];
  if (locale === 'ru') return known?.ru ?? genericRussian(zone);
  const translated = locale === 'fr' || locale === 'de' ? known?.[locale] : undefined;
  return translated ?? city.replaceAll('_', ' ');
}

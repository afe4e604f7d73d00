import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';

const questions = ['cancel', 'pay', 'silence', 'zone'] as const;

/** What people ask before they book, answered by the rules as they are. */
export function Questions() {
  const t = useTranslations('home.questions');
  return (
    <section
      id="questions"
      className="wrap grid gap-8 py-(--section) lg:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] lg:gap-16"
      aria-labelledby="questions-heading"
    >
      <div className="grid content-start gap-4">
        <h2 id="questions-heading" className="font-serif text-h1">
          {t('heading')}
        </h2>
        <p className="text-ink-2">{t('lede')}</p>
      </div>
      <div className="border-t border-line">
        {questions.map((question, index) => (
          <Disclosure key={question} summary={t(`${question}.question`)} open={index === 0}>
            <p>{t(`${question}.answer`)}</p>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

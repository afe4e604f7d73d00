import type { Locale } from '@/lib/i18n/routing';
import { Fields, type HomeField } from './fields';
import { Hero, type HomeSearch } from './hero';
import { type HomePerson, People } from './people';
import { Practice } from './practice';
import { Questions } from './questions';
import { Steps } from './steps';
import { Tongues } from './tongues';
import { Trust } from './trust';

export type HomeView = {
  search: HomeSearch;
  fields: readonly HomeField[];
  people: readonly HomePerson[];
  /** Published advisors by the language they work in. */
  advisorsByLanguage: Readonly<Record<Locale, number>>;
  /** Commission of the plan that is free of charge, in basis points. */
  commissionBps: number;
};

export function HomePage({ view }: { view: HomeView }) {
  return (
    <>
      <Hero search={view.search} person={view.people[0]} />
      <div className="*:below-fold">
        <Fields fields={view.fields} />
        <Steps />
        <People people={view.people} />
        <Tongues counts={view.advisorsByLanguage} />
        <Trust />
        <Questions />
        <Practice commissionBps={view.commissionBps} />
      </div>
    </>
  );
}

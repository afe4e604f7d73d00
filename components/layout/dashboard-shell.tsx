import { ArrowLeftRight, Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Count } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Avatar, type Pictured } from '@/components/ui/portrait';
import { ToastProvider } from '@/components/ui/toast';
import type { Href } from '@/lib/i18n/page-path';
import { Brand } from './brand';
import {
  type DashboardArea,
  type DashboardEntry,
  type DashboardKey,
  barKeys,
  isInBar,
  dashboardEntries,
  firstPages,
} from './dashboard-nav';
import { LanguageSwitch } from './language-switch';
import { barLook } from './site-header';
import { SkipLink } from './skip-link';
import { ThemeToggle } from './theme-toggle';
import { useHref } from './use-href';

type Counts = Partial<Record<DashboardKey, { value: number; label: string }>>;

type DashboardShellProps = {
  area: DashboardArea;
  current: DashboardKey;
  /** The page one is on, so that the language switch stays there. */
  page: Href;
  account: Pictured;
  /** What waits behind an entry, for instance unanswered requests. */
  counts?: Counts;
  /** The other sides of the account, and the ways there. */
  otherSides?: readonly DashboardArea[];
  /** Entries that are not for this reader. */
  hidden?: readonly DashboardKey[];
  /** The form that changes the practice in view, where there are several. */
  switcher?: ReactNode;
  /** The form that signs out. */
  signOut: ReactNode;
  children: ReactNode;
};

const entryLook =
  'flex min-h-9 items-center gap-3 rounded-md px-3 py-1.5 text-base leading-5 text-ink-2 hover:bg-tint hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--color-line)] max-lg:min-h-12';

function Entries({
  entries,
  current,
  counts,
}: {
  entries: readonly DashboardEntry[];
  current: string;
  counts: Counts;
}) {
  const t = useTranslations('layout.dashboard');
  const href = useHref();
  return entries.map((entry, index) => {
    const count = counts[entry.key];
    const opensGroup = entry.group && entry.group !== entries[index - 1]?.group;
    return (
      <li key={entry.key}>
        {entry.group && opensGroup && (
          <p className="px-3 pt-5 pb-1.5 text-xs font-medium text-ink-3">{t(`groups.${entry.group}`)}</p>
        )}
        <a
          href={href(entry.page)}
          aria-current={entry.key === current ? 'page' : undefined}
          className={entryLook}
        >
          <Icon of={entry.icon} className="size-[1.1875rem] text-ink-3 in-aria-[current]:text-accent-ink" />
          <span className="min-w-0 truncate">{t(entry.key)}</span>
          {count && count.value > 0 && (
            <span className="ms-auto">
              <Count {...count} />
            </span>
          )}
        </a>
      </li>
    );
  });
}

function OtherSide({ area }: { area: DashboardArea }) {
  const t = useTranslations('layout.dashboard.to');
  const href = useHref();
  return (
    <a href={href(firstPages[area])} className={entryLook}>
      <Icon of={ArrowLeftRight} className="size-[1.1875rem] text-ink-3" />
      {t(area)}
    </a>
  );
}

function BottomBar({
  area,
  current,
  entries,
  rest,
  counts,
  children,
}: Pick<DashboardShellProps, 'area' | 'current' | 'children'> & {
  entries: readonly DashboardEntry[];
  /** Those behind "more". */
  rest: readonly DashboardEntry[];
  counts: Counts;
}) {
  const t = useTranslations('layout.dashboard');
  const href = useHref();
  const waiting = rest.flatMap(({ key }) => counts[key] ?? []).filter(({ value }) => value > 0);
  const itemLook =
    'relative grid min-h-13.5 min-w-0 content-center justify-items-center gap-[3px] rounded-md text-2xs text-ink-3 aria-[current]:font-semibold aria-[current]:text-accent-ink';
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-(--z-nav) grid auto-cols-[minmax(0,1fr)] grid-flow-col border-t border-line bg-surface p-1 pb-[max(0.375rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      {barKeys[area].map((key) => {
        const entry = entries.find((one) => one.key === key);
        if (!entry) return null;
        const count = counts[key];
        return (
          <a
            key={key}
            href={href(entry.page)}
            aria-current={key === current ? 'page' : undefined}
            className={itemLook}
          >
            <Icon of={entry.icon} className="size-5.5" />
            <span className="max-w-full truncate">{t(`short.${key}`)}</span>
            {count && count.value > 0 && (
              <span className="absolute start-[calc(50%+0.25rem)] top-0.5">
                <Count {...count} />
              </span>
            )}
          </a>
        );
      })}
      <button
        type="button"
        popoverTarget="dashboard-more"
        aria-current={rest.some(({ key }) => key === current) ? 'true' : undefined}
        className={itemLook}
      >
        <Icon of={Ellipsis} className="size-5.5" />
        {t('more')}
        {waiting.length > 0 && (
          <span className="absolute start-[calc(50%+0.25rem)] top-0.5">
            <Count
              value={waiting.reduce((sum, { value }) => sum + value, 0)}
              label={waiting.map(({ label }) => label).join(', ')}
            />
          </span>
        )}
      </button>
      <div
        id="dashboard-more"
        popover="auto"
        className="popover-sheet inset-x-0! top-auto! bottom-0! rounded-t-xl border-t border-line pb-[max(1.5rem,env(safe-area-inset-bottom))]!"
      >
        {children}
      </div>
    </nav>
  );
}

type SideProps = Omit<DashboardShellProps, 'children' | 'counts' | 'hidden'> & {
  entries: readonly DashboardEntry[];
  counts: Counts;
};

function Side(props: SideProps) {
  const { area, current, page, account, entries, counts, otherSides = [], switcher, signOut } = props;
  const t = useTranslations('layout.dashboard');
  const href = useHref();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-e border-line bg-sunken px-3.5 pt-5 pb-4 lg:flex">
      <div className="px-2">
        <Brand href={href('/')} />
      </div>
      {switcher}
      <nav aria-label={t('label')}>
        <ul className="grid gap-0.5">
          <Entries entries={entries} current={current} counts={counts} />
        </ul>
      </nav>
      <div className="mt-auto grid gap-2">
        {otherSides.map((side) => (
          <OtherSide key={side} area={side} />
        ))}
        <div className="flex items-center gap-3 px-2">
          <Avatar of={account} size="sm" />
          <span className="grid min-w-0 flex-1">
            <b className="truncate font-semibold">{account.name}</b>
            <span className="text-xs text-ink-3">
              {t(`roles.${account.kind === 'organisation' ? account.kind : area}`)}
            </span>
          </span>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-y-1">
          {signOut}
          <span className="flex">
            <LanguageSwitch page={page} id="language-menu-side" />
            <ThemeToggle />
          </span>
        </div>
      </div>
    </aside>
  );
}

/** The signed-in pages: side navigation on wide screens, a bar with five places on narrow ones. */
export function DashboardShell({
  area,
  current,
  page,
  account,
  counts = {},
  otherSides = [],
  hidden = [],
  switcher,
  signOut,
  children,
}: DashboardShellProps) {
  const href = useHref();
  const t = useTranslations('ui.confirm');
  const entries = dashboardEntries[area].filter(({ key }) => !hidden.includes(key));
  const rest = entries.filter(({ key }) => !isInBar(area, key));
  return (
    <ToastProvider closeLabel={t('close')}>
      <div className="min-h-dvh pb-18 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:pb-0">
        <SkipLink />
        <Side
          area={area}
          current={current}
          page={page}
          account={account}
          entries={entries}
          counts={counts}
          switcher={switcher}
          otherSides={otherSides}
          signOut={signOut}
        />
        <div className="min-w-0">
          <header
            className={`${barLook} flex min-h-15 items-center justify-between gap-2 px-(--gutter) lg:hidden`}
          >
            <Brand href={href('/')} />
            <div className="flex items-center gap-1">
              <LanguageSwitch page={page} id="language-menu-top" />
              <ThemeToggle />
            </div>
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-[92rem] px-(--gutter) pt-5 pb-10 lg:px-[clamp(1.5rem,1rem+1.6vw,2.75rem)] lg:pt-8 lg:pb-12"
          >
            {switcher && <div className="mb-6 lg:hidden">{switcher}</div>}
            {children}
          </main>
        </div>
        <BottomBar area={area} current={current} entries={entries} rest={rest} counts={counts}>
          <ul className="grid gap-0.5">
            <Entries entries={rest} current={current} counts={counts} />
          </ul>
          {otherSides.map((side) => (
            <OtherSide key={side} area={side} />
          ))}
          <div className="mt-3 border-t border-line pt-3">{signOut}</div>
        </BottomBar>
      </div>
    </ToastProvider>
  );
}

/** Title of a signed-in page, a line above or below it, and its one main action. */
export function PageHead({
  heading,
  lede,
  action,
}: {
  heading: ReactNode;
  lede?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <h1 className="font-serif text-h1">{heading}</h1>
        {lede && <p className="text-ink-2">{lede}</p>}
      </div>
      {action}
    </div>
  );
}

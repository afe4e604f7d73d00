import {
  CalendarDays,
  CalendarRange,
  CircleUserRound,
  Clock,
  House,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  Presentation,
  ReceiptText,
  Scale,
  ScrollText,
  Search,
  Settings,
  Tag,
  UserRoundCog,
  UsersRound,
  Wallet,
} from 'lucide-react';
import type { Href } from '@/lib/i18n/page-path';

export type DashboardArea = 'client' | 'provider' | 'admin';

export type DashboardKey =
  | 'home'
  | 'appointments'
  | 'advisors'
  | 'settings'
  | 'practice'
  | 'requests'
  | 'agenda'
  | 'sessions'
  | 'events'
  | 'clients'
  | 'availability'
  | 'services'
  | 'team'
  | 'profile'
  | 'earnings'
  | 'plan'
  | 'providers'
  | 'tax'
  | 'claims'
  | 'adminPlans'
  | 'money';

export type DashboardEntry = {
  key: DashboardKey;
  page: Href;
  icon: LucideIcon;
  group?: 'practice' | 'money';
};

/** The pages of each side in the order of the menu. */
export const dashboardEntries: Readonly<Record<DashboardArea, readonly DashboardEntry[]>> = {
  client: [
    { key: 'home', page: '/home', icon: House },
    { key: 'appointments', page: '/appointments', icon: CalendarDays },
    { key: 'advisors', page: '/advisors', icon: Search },
    { key: 'events', page: '/events', icon: Presentation },
    { key: 'claims', page: '/claims', icon: Scale },
    { key: 'settings', page: '/settings', icon: Settings },
  ],
  provider: [
    { key: 'practice', page: '/practice', icon: LayoutDashboard },
    { key: 'requests', page: '/practice/requests', icon: Inbox },
    { key: 'agenda', page: '/practice/agenda', icon: CalendarRange },
    { key: 'sessions', page: '/practice/appointments', icon: CalendarDays },
    { key: 'events', page: '/practice/events', icon: Presentation },
    { key: 'clients', page: '/practice/clients', icon: UsersRound },
    { key: 'claims', page: '/practice/claims', icon: Scale },
    { key: 'earnings', page: '/practice/earnings', icon: Wallet, group: 'money' },
    { key: 'plan', page: '/practice/plan', icon: ScrollText, group: 'money' },
    { key: 'availability', page: '/practice/availability', icon: Clock, group: 'practice' },
    { key: 'services', page: '/practice/services', icon: Tag, group: 'practice' },
    { key: 'profile', page: '/practice/profile', icon: CircleUserRound, group: 'practice' },
    { key: 'team', page: '/practice/team', icon: UserRoundCog, group: 'practice' },
    { key: 'settings', page: '/settings', icon: Settings },
  ],
  admin: [
    { key: 'claims', page: '/admin/claims', icon: Scale },
    { key: 'money', page: '/admin/money', icon: Wallet },
    { key: 'providers', page: '/admin/providers', icon: UsersRound },
    { key: 'tax', page: '/admin/tax', icon: ReceiptText },
    { key: 'adminPlans', page: '/admin/plans', icon: ScrollText },
    { key: 'settings', page: '/settings', icon: Settings },
  ],
};

/** The first page of each side. */
export const firstPages = {
  client: '/home',
  provider: '/practice',
  admin: '/admin/claims',
} as const satisfies Record<DashboardArea, Href>;

/** Which of them stay in the bar of a phone, where words have to be short. */
export const barKeys = {
  client: ['home', 'appointments', 'advisors', 'settings'],
  provider: ['practice', 'requests', 'sessions', 'earnings'],
  admin: ['claims', 'money', 'providers', 'settings'],
} as const satisfies Record<DashboardArea, readonly DashboardKey[]>;

/** Whether a page has a place of its own in that bar; the others are behind "more". */
export function isInBar(area: DashboardArea, key: DashboardKey): boolean {
  return barKeys[area].some((one) => one === key);
}

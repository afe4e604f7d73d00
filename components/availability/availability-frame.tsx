import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import type { ProviderActor } from '@/lib/access/actor';
import type { PostInView } from '@/lib/availability/loaders';
import type { Member, Workplace } from '@/lib/organisations/types';
import { AvailabilityTabs } from './availability-tabs';
import { NoMembers } from './no-members';
import { PostChoice } from './post-choice';

type AvailabilityFrameProps = {
  actor: ProviderActor;
  current: 'week' | 'exceptions';
  /** Nothing: an organisation without members. */
  post: PostInView | null;
  members: readonly Member[];
  workplaces: readonly Workplace[];
  children: ReactNode;
};

const pages = { week: '/practice/availability', exceptions: '/practice/availability/exceptions' } as const;

/** Around the hours of somebody: whose they are, and the way to their other pages. */
export async function AvailabilityFrame(props: AvailabilityFrameProps) {
  const { actor, current, post, children, ...choice } = props;
  const t = await getTranslations('availability');
  const { id, role } = actor.provider;
  const query = !post
    ? {}
    : post.providerId === id
      ? { member: post.specialistId }
      : { practice: post.providerId };
  const isOwn = post?.specialistId === id;
  return (
    <PracticeShell actor={actor} current="availability" page={{ pathname: pages[current], query }}>
      <PageHead heading={t('title')} lede={current === 'week' ? t('lede') : t('exceptions.lede')} />
      {post ? (
        <>
          <PostChoice actor={actor} post={post} page={pages[current]} {...choice} />
          <AvailabilityTabs current={current} query={isOwn ? {} : query} hasCalendars={role === 'owner'} />
          {children}
        </>
      ) : (
        <NoMembers />
      )}
    </PracticeShell>
  );
}

import { useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ChoiceForm } from '@/components/organisations/choice-form';
import type { ProviderActor } from '@/lib/access/actor';
import type { PostInView } from '@/lib/availability/loaders';
import type { Member, Workplace } from '@/lib/organisations/types';

type PostChoiceProps = {
  actor: ProviderActor;
  post: PostInView;
  page: '/practice/availability' | '/practice/availability/exceptions';
  members: readonly Member[];
  workplaces: readonly Workplace[];
};

/** Whose hours: of an organisation one of its members, of a specialist the own practice or one where they work. */
export function PostChoice({ actor, post, page, members, workplaces }: PostChoiceProps) {
  const t = useTranslations('team.choice');
  const action = useHref()(page);
  if (actor.provider.kind === 'organisation') {
    const options = members.map(({ id, name }) => ({ value: id, label: name }));
    return (
      <ChoiceForm
        action={action}
        name="member"
        label={t('hoursOf')}
        options={options}
        value={post.specialistId}
      />
    );
  }
  const elsewhere = workplaces.filter(({ role }) => role === 'member');
  if (elsewhere.length === 0) return null;
  const options = [
    { value: actor.provider.id, label: t('ownPractice') },
    ...elsewhere.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
  ];
  return (
    <ChoiceForm
      action={action}
      name="practice"
      label={t('hoursAt')}
      options={options}
      value={post.providerId}
    />
  );
}

/** Whose hours a form sends. */
export function PostFields({ post }: { post: Pick<PostInView, 'providerId' | 'specialistId'> }) {
  return (
    <>
      <input type="hidden" name="practice" value={post.providerId} />
      <input type="hidden" name="member" value={post.specialistId} />
    </>
  );
}

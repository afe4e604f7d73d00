import { useTranslations } from 'next-intl';
import type { Member } from '@/lib/organisations/types';
import { ChoiceForm } from './choice-form';

type MemberFilterProps = {
  action: string;
  members: readonly Member[];
  /** Nothing: all of them. */
  value: string | undefined;
  kept?: Readonly<Record<string, string>>;
};

/** All of the practice, or what one of its members gives. */
export function MemberFilter({ action, members, value = '', kept }: MemberFilterProps) {
  const t = useTranslations('team.choice');
  if (members.length === 0) return null;
  const options = [
    { value: '', label: t('all') },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ChoiceForm
      action={action}
      name="member"
      label={t('member')}
      options={options}
      value={value}
      {...(kept && { kept })}
    />
  );
}

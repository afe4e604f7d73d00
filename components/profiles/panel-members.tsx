'use client';

import { Avatar, type Pictured } from '@/components/ui/portrait';
import type { PanelLabels } from './panel-labels';

type PanelMembersProps = {
  members: readonly Pictured[];
  value: string;
  onChange: (member: string) => void;
  labels: Pick<PanelLabels, 'member' | 'anyMember'>;
};

const look =
  'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md border border-line px-2.5 py-1.5 text-sm hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

/** Any advisor of the practice, or one of those who give the service; nothing to choose where there is one. */
export function PanelMembers({ members, value, onChange, labels }: PanelMembersProps) {
  if (members.length < 2) return null;
  const radio = (id: string) => (
    <input
      type="radio"
      name="panel-member"
      value={id}
      className="tick outline-none"
      checked={value === id}
      onChange={() => onChange(id)}
    />
  );
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{labels.member}</legend>
      <label className={look}>
        {radio('')}
        {labels.anyMember}
      </label>
      {members.map((member) => (
        <label key={member.id} className={look}>
          {radio(member.id)}
          <Avatar of={member} size="xs" />
          <span className="min-w-0 truncate">{member.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

import type { ComponentProps } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { ClientMessages } from './client-messages';

/** An `ActionForm` with the words for its errors. */
export function Form(props: ComponentProps<typeof ActionForm>) {
  return (
    <ClientMessages of={['errors']}>
      <ActionForm {...props} />
    </ClientMessages>
  );
}

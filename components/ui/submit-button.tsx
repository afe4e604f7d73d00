'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** Sends the form around it and shows that it is being sent. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'loading' | 'icon'>) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" loading={pending} />;
}

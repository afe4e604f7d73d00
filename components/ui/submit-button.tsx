'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** `icon` is refused by name, since a spread would bring it in unseen. */
type SubmitButtonProps = Omit<ButtonProps, 'type' | 'loading' | 'icon'> & { icon?: never };

/** Sends the form around it and shows that it is being sent. */
export function SubmitButton(props: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" loading={pending} />;
}

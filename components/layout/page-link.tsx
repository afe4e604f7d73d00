import type { ComponentProps } from 'react';
import type { Href } from '@/lib/i18n/page-path';
import { useHref } from './use-href';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: Href };

/** A link to a page of ours in the reader's language. A plain link: public pages carry no router for it. */
export function PageLink({ to, children, ...rest }: PageLinkProps) {
  const href = useHref();
  return (
    <a href={href(to)} {...rest}>
      {children}
    </a>
  );
}

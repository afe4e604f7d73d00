'use client';

import { type ReactNode, useEffect, useState } from 'react';

type Account = { name: string; href: string };

const asked = new Map<string, Promise<Account | undefined>>();

function isAccount(answer: unknown): answer is Account {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'name' in answer &&
    typeof answer.name === 'string' &&
    'href' in answer &&
    typeof answer.href === 'string'
  );
}

/** Asked once a page, however many places show it. Nobody signed in: 204 or null. */
function ask(endpoint: string): Promise<Account | undefined> {
  const known = asked.get(endpoint);
  if (known) return known;
  const answer = fetch(endpoint, { credentials: 'same-origin' })
    .then((response) => (response.status === 200 ? response.json() : undefined))
    .then((body: unknown) => (isAccount(body) ? body : undefined))
    .catch(() => undefined);
  asked.set(endpoint, answer);
  return answer;
}

type SessionLinksProps = {
  /** Answers `{name, href}` of whoever is signed in. */
  endpoint: string;
  label: string;
  className: string;
  /** What visitors see, and everybody until the answer is there. */
  children: ReactNode;
};

/** Completes the neutral header of a static page for whoever is signed in. */
export function SessionLinks({ endpoint, label, className, children }: SessionLinksProps) {
  const [account, setAccount] = useState<Account>();
  useEffect(() => {
    let isGone = false;
    void ask(endpoint).then((answer) => {
      if (!isGone) setAccount(answer);
    });
    return () => {
      isGone = true;
    };
  }, [endpoint]);
  // What is named here is for pages without the framework's scripts (lib/server/cache/page-scripts).
  return (
    <span className="contents" data-session={endpoint} data-label={label} data-look={className}>
      {account ? (
        <a href={account.href} title={account.name} className={className}>
          {label}
        </a>
      ) : (
        children
      )}
    </span>
  );
}

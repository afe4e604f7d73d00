'use client';

import { useEffect, useState } from 'react';
import { browserZone } from '@/components/accounts/browser-zone';
import { askSlots, type SlotsAnswer } from './slots-client';

export const windowDays = 5;

type State = { question: string; answer?: SlotsAnswer; hasFailed?: boolean };

export type Slots = { answer: SlotsAnswer | undefined; isLoading: boolean; hasFailed: boolean };

/** The free times of a service, of one member if asked, from a day on; asked again whenever one of them changes. */
export function useSlots(service: string, member: string, from: string | undefined): Slots {
  const question = `${service} ${member} ${from ?? ''}`;
  const [state, setState] = useState<State>();
  useEffect(() => {
    const stop = new AbortController();
    const more = { ...(member && { member }), ...(from && { from }) };
    askSlots({ service, zone: browserZone(), days: windowDays, ...more }, stop.signal).then(
      (answer) => setState({ question, answer }),
      () => {
        if (!stop.signal.aborted) setState({ question, hasFailed: true });
      },
    );
    return () => stop.abort();
  }, [service, member, from, question]);
  return {
    answer: state?.answer,
    isLoading: state?.question !== question,
    hasFailed: state?.question === question && state.hasFailed === true,
  };
}

'use client';

import { useEffect, useState } from 'react';
import { browserZone } from '@/components/accounts/browser-zone';
import { askSlots, type SlotsAnswer } from './slots-client';

export const windowDays = 5;

type State = { question: string; answer?: SlotsAnswer; hasFailed?: boolean };

export type Slots = { answer: SlotsAnswer | undefined; isLoading: boolean; hasFailed: boolean };

/** The free times of a service from a day on; asked again whenever one of them changes. */
export function useSlots(service: string, from: string | undefined): Slots {
  const question = `${service} ${from ?? ''}`;
  const [state, setState] = useState<State>();
  useEffect(() => {
    const stop = new AbortController();
    askSlots({ service, zone: browserZone(), days: windowDays, ...(from && { from }) }, stop.signal).then(
      (answer) => setState({ question, answer }),
      () => {
        if (!stop.signal.aborted) setState({ question, hasFailed: true });
      },
    );
    return () => stop.abort();
  }, [service, from, question]);
  return {
    answer: state?.answer,
    isLoading: state?.question !== question,
    hasFailed: state?.question === question && state.hasFailed === true,
  };
}

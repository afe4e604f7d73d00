'use client';

import {
  type ComponentProps,
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
} from 'react';
import { Banner } from './banner';
import { Checkbox } from './choices';
import { FieldError } from './field';
import { Say } from './say';
import { SelectField, TextAreaField, TextField } from './text-field';

type State =
  | { status: 'idle' }
  | { status: 'done'; value?: unknown }
  | {
      status: 'failed';
      words: { form: string; fields: Record<string, string> };
      values: Record<string, string>;
    };

type FormAnswer = {
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  prefix: string;
  /** Another one each time, though it may say the same again. */
  answer: State;
};

const Answer = createContext<FormAnswer>({
  fields: {},
  values: {},
  prefix: '',
  answer: { status: 'idle' },
});

type ActionFormProps = Omit<ComponentProps<'form'>, 'action' | 'children'> & {
  action: (state: never, form: FormData) => Promise<State>;
  /** Shown once it worked; without it the form stays as it is. */
  done?: ReactNode;
  /** Said at the edge of the screen once it worked, where the form itself may be gone by then. */
  said?: string | undefined;
  /** Replace the form by `done`. */
  replace?: boolean;
  children: ReactNode;
};

/**
 * A form with its answer: what was wrong is named at its field and once above, what was typed stays, and the
 * first wrong field gets the focus. Works as a plain post without JavaScript.
 */
export function ActionForm({ action, done, said, replace = false, children, ...rest }: ActionFormProps) {
  const [state, dispatch, isPending] = useActionState<State, FormData>(
    action as (state: State, form: FormData) => Promise<State>,
    {
      status: 'idle',
    },
  );
  const form = useRef<HTMLFormElement>(null);
  const prefix = useId();
  useEffect(() => {
    if (state.status === 'failed' && form.current) showWrong(form.current);
  }, [state]);
  useEffect(() => {
    if (state.status !== 'done') return;
    for (const secret of form.current?.querySelectorAll<HTMLInputElement>('input[type=password]') ?? [])
      secret.value = '';
  }, [state]);
  useSaid(said, state.status, isPending);
  useFocusKept(isPending);
  // A form that React sends is emptied afterwards; this way everything stays as it was typed.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  };
  const fields = state.status === 'failed' ? state.words.fields : {};
  const values = state.status === 'failed' ? state.values : {};
  if (state.status === 'done' && replace) return <div role="status">{done}</div>;
  return (
    <Answer value={{ fields, values, prefix, answer: state }}>
      <form ref={form} action={dispatch} onSubmit={send} noValidate {...rest}>
        {state.status === 'failed' && (
          <Banner tone="danger" live>
            {state.words.form}
          </Banner>
        )}
        {state.status === 'done' && done && (
          <Banner tone="info" live>
            {done}
          </Banner>
        )}
        {children}
      </form>
    </Answer>
  );
}

/** The first wrong field or group gets the focus; where none is named, what is said above the form comes into view. */
function showWrong(form: HTMLFormElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid], [data-wrong] input');
  if (wrong) wrong.focus();
  else form.firstElementChild?.scrollIntoView({ block: 'nearest' });
}

/**
 * Says it once, in the words of the moment in which it was sent: what is around the form may say the opposite by then.
 * Also when the form has vanished with what it was about: one that failed would have stayed.
 */
function useSaid(sentence: string | undefined, status: State['status'], isPending: boolean): void {
  const say = use(Say);
  const isSent = useRef(false);
  const speak = useRef(() => {});
  useEffect(() => {
    if (isPending && !isSent.current) speak.current = () => sentence && say(sentence);
  }, [isPending, sentence, say]);
  useEffect(() => {
    if (isSent.current && !isPending && status === 'done') speak.current();
    isSent.current = isPending;
  }, [status, isPending]);
  useEffect(
    () => () => {
      if (isSent.current) speak.current();
    },
    [],
  );
}

/**
 * The button that was pressed may go with its form: who reads by keyboard then stands at the beginning of the page's
 * content.
 */
function useFocusKept(isPending: boolean): void {
  const isSent = useRef(false);
  useEffect(() => {
    isSent.current = isPending;
  }, [isPending]);
  useEffect(
    () => () => {
      if (!isSent.current) return;
      setTimeout(() => {
        if (document.activeElement === document.body)
          document.getElementById('main')?.focus({ preventScroll: true });
      });
    },
    [],
  );
}

/** What the form around says of one of its fields. */
export function useAnswer(name: string) {
  const { fields, values, prefix } = use(Answer);
  return { id: `${prefix}-${name}`, error: fields[name], typed: values[name] };
}

/** Everything that was typed, by name, when the form came back with an error. */
export function useTypedValues(): Readonly<Record<string, string>> {
  return use(Answer).values;
}

/** Whether the form around was sent, and how that ended. */
export function useFormAnswer(): State['status'] {
  return use(Answer).answer.status;
}

/** Does something once for each answer of the form around, also when two say the same. */
export function useEachAnswer(act: (status: 'done' | 'failed') => void): void {
  const { answer } = use(Answer);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (answer.status !== 'idle') latest.current(answer.status);
  }, [answer]);
}

type Named<P> = Omit<P, 'id' | 'error'> & { name: string };

/** Text input of an `ActionForm`: knows its error and what was typed. */
export function FormTextField({ name, defaultValue, ...rest }: Named<ComponentProps<typeof TextField>>) {
  const { id, error, typed } = useAnswer(name);
  return <TextField {...rest} id={id} name={name} error={error} defaultValue={typed ?? defaultValue} />;
}

export function FormTextArea({ name, defaultValue, ...rest }: Named<ComponentProps<typeof TextAreaField>>) {
  const { id, error, typed } = useAnswer(name);
  return <TextAreaField {...rest} id={id} name={name} error={error} defaultValue={typed ?? defaultValue} />;
}

export function FormSelect({ name, defaultValue, ...rest }: Named<ComponentProps<typeof SelectField>>) {
  const { id, error, typed } = useAnswer(name);
  const start = rest.value === undefined ? { defaultValue: typed ?? defaultValue, key: typed ?? '' } : {};
  const { key, ...initial } = { key: undefined, ...start };
  return <SelectField {...rest} key={key} id={id} name={name} error={error} {...initial} />;
}

/** A box that must be ticked by hand; its error stands below it. */
export function FormCheckbox({ name, children, ...rest }: Named<ComponentProps<typeof Checkbox>>) {
  const { id, error, typed } = useAnswer(name);
  return (
    <div className="grid gap-1.5">
      <Checkbox
        {...rest}
        name={name}
        defaultChecked={typed !== undefined}
        {...(error && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
      >
        {children}
      </Checkbox>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

import { err, ok, type Result } from '@/lib/shared/result';

/** One row of a machine: from which statuses, to which, by whom; `timer` and `effects` name what hangs on it. */
export type Transition<Status extends string, Actor extends string> = {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: readonly Actor[];
  /** The moment that triggers or forbids it, in words the jobs use. */
  readonly timer?: string;
  /** What the use case must set in motion in the same transaction. */
  readonly effects?: readonly string[];
};

export type Machine<Status extends string, Actor extends string, Name extends string> = {
  readonly statuses: readonly Status[];
  readonly transitions: Readonly<Record<Name, Transition<Status, Actor>>>;
  /**
   * The status after a transition. `common.forbidden` when this actor may never do it, else
   * `common.conflict` when the status does not allow it (any more).
   */
  readonly next: (status: Status, transition: Name, by: Actor) => Result<Status>;
  readonly canTransition: (status: Status, transition: Name, by: Actor) => boolean;
};

/**
 * Makes a status machine from its table, the only way to a new status. Every use case asks `next`, then
 * writes with compare-and-set on the old status.
 */
export function defineMachine<Status extends string, Actor extends string, Name extends string>(table: {
  readonly statuses: readonly Status[];
  readonly actors: readonly Actor[];
  readonly transitions: Readonly<Record<Name, Transition<NoInfer<Status>, NoInfer<Actor>>>>;
}): Machine<Status, Actor, Name> {
  const next = (status: Status, transition: Name, by: Actor): Result<Status> => {
    const row = table.transitions[transition];
    if (!row.by.includes(by)) return err('common.forbidden', { transition, by });
    if (!row.from.includes(status)) return err('common.conflict', { transition, status });
    return ok(row.to);
  };
  return {
    statuses: table.statuses,
    transitions: table.transitions,
    next,
    canTransition: (status, transition, by) => next(status, transition, by).ok,
  };
}

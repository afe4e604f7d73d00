import { Prisma } from './generated/client';

type Cause = { originalCode?: string; originalMessage?: string };

/** The driver's words: under `meta` of Prisma's own error, or plain when the commit itself was refused. */
function causeOf(error: unknown): Cause | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const adapterError = error.meta?.driverAdapterError as { cause?: Cause } | undefined;
    return adapterError?.cause;
  }
  if (error instanceof Error && error.name === 'DriverAdapterError') return error.cause as Cause;
  return undefined;
}

/** Whether a database constraint (unique, check or exclusion) of this name refused the write. */
export function isConstraintViolation(error: unknown, constraint: string): boolean {
  const cause = causeOf(error);
  return cause !== undefined && JSON.stringify(cause).includes(constraint);
}

/** Whether the same transaction may succeed when it is run again: serialisation failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
  const code = causeOf(error)?.originalCode;
  return code === '40001' || code === '40P01';
}

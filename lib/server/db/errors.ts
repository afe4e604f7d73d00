import { Prisma } from './generated/client';

type Cause = { code?: string; constraint?: { index?: string; fields?: string[] } | string; message?: string };

function causeOf(error: unknown): Cause | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const meta = error.meta as
    | { driverAdapterError?: { cause?: Cause & { originalCode?: string; originalMessage?: string } } }
    | undefined;
  const cause = meta?.driverAdapterError?.cause;
  return (
    cause && {
      ...cause,
      ...(cause.originalCode ? { code: cause.originalCode } : {}),
      message: cause.originalMessage ?? cause.message ?? '',
    }
  );
}

/** Whether a database constraint (unique, check or exclusion) of this name refused the write. */
export function isConstraintViolation(error: unknown, constraint: string): boolean {
  const cause = causeOf(error);
  if (!cause) return false;
  return JSON.stringify(cause).includes(constraint);
}

/** Whether the same transaction may succeed when it is run again: serialisation failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
  const code = causeOf(error)?.code;
  return code === '40001' || code === '40P01';
}

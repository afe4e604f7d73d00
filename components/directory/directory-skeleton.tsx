import { Skeleton } from '@/components/ui/skeleton';

/** Three results in their final layout, while the search runs. */
export function DirectorySkeleton({ label }: { label: string }) {
  return (
    <div className="grid gap-4" role="status">
      <span className="sr-only">{label}</span>
      {['first', 'second', 'third'].map((key) => (
        <div
          key={key}
          className="card grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4 p-4.5 md:grid-cols-[6.5rem_minmax(0,1fr)_16rem] md:gap-5.5 md:p-5.5"
        >
          <Skeleton className="arch aspect-[0.86] w-full" />
          <div className="grid content-start gap-3">
            <Skeleton className="h-6 w-2/3" />
            <Skeleton className="h-4 w-full" />
            <Skeleton className="h-4 w-1/2" />
          </div>
          <Skeleton className="col-span-full h-28 md:col-span-1" />
        </div>
      ))}
    </div>
  );
}

import clsx from 'clsx';
import { monogram, type PortraitGround, portraitGround } from './portrait-ground';

/** Whoever is shown: the id picks the ground, an organisation gets a square with its monogram. */
export type Pictured = {
  id: string;
  name: string;
  picture?: string | undefined;
  kind?: 'person' | 'organisation';
};

const grounds: Readonly<Record<PortraitGround, string>> = {
  a: 'bg-portrait-a',
  b: 'bg-portrait-b',
  c: 'bg-portrait-c',
  d: 'bg-portrait-d',
};

type PortraitProps = {
  of: Pictured;
  /** Empty when the name stands beside the picture. */
  alt?: string;
  className?: string;
  /** The first picture of a page is fetched at once, the others when they come near. */
  priority?: boolean;
};

/** The portrait of a person in an arch, 0.86 wide to 1 high; an organisation in a rounded square. */
export function Portrait({ of: { id, name, picture, kind }, alt = '', className, priority }: PortraitProps) {
  if (kind === 'organisation') {
    return (
      <span
        className={clsx(
          'grid aspect-square place-items-center overflow-hidden rounded-[22%] bg-org font-serif text-on-pine [container-type:size]',
          className,
        )}
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      >
        <span className="text-[38cqw] leading-none font-medium">{monogram(name)}</span>
      </span>
    );
  }
  return (
    <span
      className={clsx(
        'arch relative block aspect-[0.86] overflow-hidden',
        grounds[portraitGround(id)],
        className,
      )}
    >
      {picture ? (
        <img
          src={picture}
          alt={alt}
          width={320}
          height={372}
          loading={priority ? 'eager' : 'lazy'}
          decoding="async"
          {...(priority && { fetchPriority: 'high' })}
          className="size-full object-cover object-bottom [filter:var(--picture-filter)]"
        />
      ) : (
        <span
          className="grid size-full place-items-center font-serif text-ink-2 [container-type:size]"
          {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
        >
          <span className="text-[34cqw] leading-none">{monogram(name)}</span>
        </span>
      )}
    </span>
  );
}

const avatarSizes = {
  xs: 'size-7 text-[0.65rem]',
  sm: 'size-9 text-xs',
  md: 'size-10 text-sm',
  lg: 'size-14 text-lg',
  xl: 'size-20 text-h2',
} as const;

type AvatarProps = {
  of: Pictured;
  size?: keyof typeof avatarSizes;
  /** A dot for "available now"; say it in words nearby. */
  available?: boolean;
  alt?: string;
};

/** The small round picture in lists; square for organisations. */
export function Avatar({ of: { id, name, picture, kind }, size = 'md', available, alt = '' }: AvatarProps) {
  const isOrganisation = kind === 'organisation';
  return (
    <span
      className={clsx(
        'relative grid flex-none place-items-center font-serif leading-none font-medium',
        avatarSizes[size],
        isOrganisation
          ? 'rounded-[28%] bg-org text-on-pine in-[.bg-pine]:bg-on-pine in-[.bg-pine]:text-pine'
          : ['rounded-full text-ink-2', grounds[portraitGround(id)]],
      )}
    >
      {picture && !isOrganisation ? (
        <img
          src={picture}
          alt={alt}
          width={80}
          height={80}
          loading="lazy"
          decoding="async"
          className="size-full rounded-[inherit] object-cover [filter:var(--picture-filter)]"
        />
      ) : (
        <span {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}>
          {monogram(name)}
        </span>
      )}
      {available && (
        <span
          aria-hidden="true"
          className="absolute end-0 bottom-0 aspect-square w-[28%] max-w-3.5 rounded-full border-2 border-surface bg-accepted"
        />
      )}
    </span>
  );
}

import clsx from 'clsx';

const tones = {
  accent: '[&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent',
  warm: '[&::-webkit-progress-value]:bg-warm [&::-moz-progress-bar]:bg-warm',
  late: '[&::-webkit-progress-value]:bg-danger [&::-moz-progress-bar]:bg-danger',
} as const;

type ProgressProps = {
  /** Names what progresses; the figures stand beside the bar in words. */
  label: string;
  value: number;
  max?: number;
  /** warm: little time is left; late: overdue. */
  tone?: keyof typeof tones;
};

export function Progress({ label, value, max = 100, tone = 'accent' }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className={clsx(
        'block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-tint',
        '[&::-webkit-progress-bar]:bg-tint [&::-webkit-progress-value]:rounded-full',
        tones[tone],
      )}
    />
  );
}

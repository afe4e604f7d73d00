import { now as clock } from '@/lib/server/clock';
import { fixedOffsetChoices, type ZoneChoice, zoneChoices } from './rules/time-zones';

function written({ id, offsetMinutes }: ZoneChoice): string {
  const sign = offsetMinutes < 0 ? '−' : '+';
  const hours = Math.floor(Math.abs(offsetMinutes) / 60);
  const minutes = Math.abs(offsetMinutes) % 60;
  const offset = `UTC${sign}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
  return id.startsWith('UTC') ? offset : `${id.replaceAll('_', ' ')} (${offset})`;
}

/** Zones to choose from, with their present offset: by name, then the fixed offsets. */
export async function readZoneOptions(locale: string): Promise<{ value: string; label: string }[]> {
  const collator = new Intl.Collator(locale);
  const named = zoneChoices(await clock()).map((choice) => ({ value: choice.id, label: written(choice) }));
  const fixed = fixedOffsetChoices.map((choice) => ({ value: choice.id, label: written(choice) }));
  return [...named.toSorted((a, b) => collator.compare(a.label, b.label)), ...fixed];
}

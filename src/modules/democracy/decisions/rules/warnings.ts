import { daysBetween } from '#kit/dates'

/** A layoff explained later than the law's days before people go (劳动合同法 第四十一条): said, with the days that are missing. */
export function isLayoffSoon(
  matter: { kind: string; registeredOn: string; plannedOn: string | null },
  lawDays: number,
): { days: number; lawDays: number } | null {
  if (matter.kind !== 'layoff' || !matter.plannedOn) return null
  const days = daysBetween(matter.registeredOn, matter.plannedOn)
  return days < lawDays ? { days, lawDays } : null
}

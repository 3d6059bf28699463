import type { Language } from '@/lib/languages'

/** How long something took, in the unit in which it is easily read. */
export function delayInWords(language: Language, ms: number): string {
  const [value, unit] =
    ms < 1000
      ? [ms, 'millisecond']
      : ms < 120_000
        ? [ms / 1000, 'second']
        : ms < 7_200_000
          ? [ms / 60_000, 'minute']
          : [ms / 3_600_000, 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: unit === 'second' ? 1 : 0 }).format(value)
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value)
}

/** A BCP 47 language tag as far as we need it: language, script, region. */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(value)
}

/**
 * Whether readers may be sent there: http, https, mailto and tel with a whole address, or a path of ours. Control characters
 * and backslashes are refused, because browsers drop or turn them and so read another scheme than we do.
 */
export function isSafeLink(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 2000 || hasControlOrBackslash(value)) return false
  if (/^\/(?!\/)/.test(value) || /^#[\w-]+$/.test(value)) return true
  if (/^(mailto:[^\s@]+@[^\s@]+|tel:\+?[\d\s()-]+)$/i.test(value)) return true
  return /^https?:\/\/[^\s/?#]/i.test(value) && URL.canParse(value)
}

function hasControlOrBackslash(value: string): boolean {
  return [...value].some((character) => character <= ' ' || character === '\\' || character === '\u007f')
}

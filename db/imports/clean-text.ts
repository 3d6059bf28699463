/**
 * The same value with every text in it as a database can keep it: without NUL and other control characters that mean nothing, and
 * without halves of characters. Dates and bytes stay as they are.
 */
export function cleanTexts<Value>(value: Value): Value {
  // The shape stays what it was: texts become texts, lists lists and records records.
  return clean(value) as Value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value instanceof Map) return new Map([...value].map(([key, part]) => [clean(key), clean(part)]))
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clean(part)]))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const suspicious = /[\u0000-\u001f\ud800-\udfff]/

function cleanText(text: string): string {
  if (!suspicious.test(text)) return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed()
}

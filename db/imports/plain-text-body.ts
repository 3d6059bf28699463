import type { SourceBlock } from './rules'

/** Plain text as paragraphs: at blank lines where there are any, else at every line. */
export function paragraphsOf(text: string): SourceBlock[] {
  const clean = text.replace(/\r\n?/g, '\n')
  const parts = /\n[ \t]*\n/.test(clean.trim()) ? clean.split(/\n[ \t]*\n+/) : clean.split('\n')
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] }))
}

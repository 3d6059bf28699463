import { html, type Markup } from './markup'

/** A sentence with its values put in, each as the markup it is. */
export function sentence(words: string, values: Record<string, Markup>): Markup {
  return html`${words.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (values[part] ?? null)))}`
}

/** HTML that came out of `html`: no text gets into it but escaped. */
export class Markup {
  private constructor(private readonly text: string) {}

  /** The way to make one; what is written in the template is taken as it is, what is put into it is not. */
  static of(parts: TemplateStringsArray, values: readonly Filling[]): Markup {
    let text = parts[0] ?? ''
    for (const [at, value] of values.entries()) text += written(value) + (parts[at + 1] ?? '')
    return new Markup(text)
  }

  toString(): string {
    return this.text
  }
}

/** What may be put into a template. Nothing stands for null. */
export type Filling = Markup | string | number | null | readonly Filling[]

/** A template of HTML. Attributes in it are quoted, so that the same escapes serve everywhere. */
export function html(parts: TemplateStringsArray, ...values: readonly Filling[]): Markup {
  return Markup.of(parts, values)
}

function written(value: Filling): string {
  if (value === null) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'object') return value.map(written).join('')
  return escaped(String(value))
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}

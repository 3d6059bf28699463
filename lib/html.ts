/** HTML that was made by `html`: nothing in it needs to be escaped any more. */
export class Markup {
  constructor(readonly text: string) {}
}

/** HTML of a template: what is put into it is escaped, for text and for attributes in quotes, unless it is such HTML itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  return new Markup(parts.map((part, at) => part + written(values[at] ?? '')).join(''))
}

function written(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return value instanceof Markup ? value.text : value.map(({ text }) => text).join('')
}

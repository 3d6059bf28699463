import { html, type Markup } from '../html'

/** A field that was sent: its name and what was typed. */
export type SentField = readonly [name: string, value: string]

/** A form of a page: the fields by which it names its action, and those into which somebody writes. */
export type KnownForm = { action: SentField[]; written: ReadonlySet<string> }

/** The words of a form that was sent, without what names its action. Nothing of what cannot be read. */
export async function sentFields(body: Buffer, contentType: string): Promise<SentField[]> {
  const parsed = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  if (!parsed) return []
  return [...parsed].flatMap(([name, value]): SentField[] =>
    typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
  )
}

/** The form of a page as it is now that takes most of these fields; null when none takes any. */
export function formTaking(page: string, fields: readonly SentField[]): KnownForm | null {
  const sent = new Set(fields.map(([name]) => name))
  const forms = [...page.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].flatMap(([, inside = '']) => {
    const controls = [...inside.matchAll(/<(input|textarea|select)\b([^>]*)>/g)].map(([, element = '', rest = '']) => ({
      isWritten: element === 'textarea' || /^(text|email|search|url)?$/.test(attribute(rest, 'type') ?? ''),
      name: attribute(rest, 'name') ?? '',
      value: attribute(rest, 'value') ?? '',
    }))
    const action = controls.flatMap(({ name, value }): SentField[] => (name.startsWith('$ACTION') ? [[name, value]] : []))
    const taken = controls.filter(({ name }) => sent.has(name))
    const written = new Set(controls.flatMap(({ name, isWritten }) => (isWritten ? [name] : [])))
    return action.length > 0 && taken.length > 0 ? [{ action, written, count: taken.length }] : []
  })
  return forms.sort((one, other) => other.count - one.count)[0] ?? null
}

/**
 * What was typed, on a page of the front's own: with the button that sends it to the form as it is now, or, where there is no such form any more, in
 * fields to copy from.
 */
export function sentAgainForm(fields: readonly SentField[], form: KnownForm | null, button: string): Markup {
  if (!form)
    return html`${fields.filter(([, value]) => value.trim() !== '').map(([, value]) => html`<p><textarea readonly rows="3">${value}</textarea></p>`)}`
  const hidden = [...form.action, ...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const shown = fields.filter(([name, value]) => form.written.has(name) && value.trim() !== '')
  const read = shown.map(([, value]) => html`<blockquote dir="auto">${value}</blockquote>`)
  return html`${read}<form method="post" enctype="multipart/form-data">${hidden}<button>${button}</button></form>`
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : unescaped(value)
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

/** As React escapes. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
}

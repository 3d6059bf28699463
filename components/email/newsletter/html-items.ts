import type { LookArticle, LookItem, LookPicture, NewsletterLook } from '@/db/newsletter-editions/look'
import { directionOf, type Language } from '@/lib/languages'
import { dayInWords } from '../../dates'
import { wordsIn } from '../../words/words'
import { apart, type Direction } from './foreign-words'
import { colour, inner, type MailStyle, styleOf } from './mail-style'
import { type Filling, html, type Markup } from './markup'
import { namesInWords } from './names-in-words'
import { plainWords, webAddress } from './plain-words'

type Setting = Pick<NewsletterLook, 'language' | 'direction' | 'kind'> & {
  /** The language of what is not in the newsletter's. */
  own: Language | null
  timeZone: string
  style: MailStyle
}

/** The items of an edition as rows of its table. */
export function itemRows(look: NewsletterLook): Markup[] {
  const { language, direction, kind, publication } = look
  const setting = { language, direction, kind, own: null, timeZone: publication.timeZone, style: styleOf(language) }
  return look.items.map((item, at) =>
    itemRow(item, { ...setting, ...ownSetting(item, setting) }, at === 0 || followsHeading(look.items, at)),
  )
}

function followsHeading(items: readonly LookItem[], at: number): boolean {
  return items[at - 1]?.kind === 'heading'
}

/** An article in another language than the newsletter's stands in its own. */
function ownSetting(item: LookItem, { language }: Setting): Partial<Setting> {
  if (item.kind !== 'article' || item.language === language) return {}
  return { language: item.language, own: item.language, direction: directionOf(item.language), style: styleOf(item.language) }
}

function itemRow(item: LookItem, setting: Setting, isFirst: boolean): Markup {
  switch (item.kind) {
    case 'article':
      return row(setting, isFirst, articleParts(item, setting))
    case 'heading':
      return headingRow(item.headline, setting)
    case 'text':
      return row(
        setting,
        isFirst,
        item.paragraphs.map((paragraph) => html`<p style="margin:0 0 12px">${lines(paragraph, setting)}</p>`),
      )
    case 'picture':
      return row(setting, isFirst, [pictureParts(item.picture, null, setting)])
  }
}

function row(setting: Setting, isFirst: boolean, parts: readonly Filling[]): Markup {
  const rule = isFirst ? '' : `border-top:1px solid ${colour.rule};`
  return html`<tr><td ${sides(setting)} style="${rule}padding:18px 0 14px${aligned(setting.direction)}${setting.own && `;${setting.style.text}`}">
${parts}</td></tr>
`
}

/** What a cell needs to be read the right way, where the document's own attributes are thrown away. `own` is a language that is not the document's. */
export function sides({ own, direction }: { own: Language | null; direction: Direction }): Markup {
  const align = direction === 'rtl' ? 'right' : 'left'
  return html`${own && html`lang="${own}" `}dir="${direction}" align="${align}"`
}

/** The same in a cell's style, for what is read from the right: there the attributes are not always enough. */
export function aligned(direction: Direction): string {
  return direction === 'rtl' ? ';direction:rtl;text-align:right' : ''
}

function headingRow(headline: string, setting: Setting): Markup {
  const { direction, style } = setting
  return html`<tr><td ${sides(setting)} class="strong" style="border-top:2px solid ${colour.strong};padding:10px 0 4px${aligned(direction)};${style.label}">
<h2 style="margin:0;font-size:16px;line-height:1.5">${apart(headline, direction)}</h2></td></tr>
`
}

function articleParts(item: LookArticle, setting: Setting): Filling[] {
  const { direction, style, language } = setting
  const url = webAddress(item.url)
  const headline = apart(item.headline, direction)
  const byline = namesInWords(item.byline, language, direction)
  return [
    item.picture && pictureParts(item.picture, url, setting),
    item.kicker &&
      html`<p class="k" style="margin:0;color:${colour.accent}">${apart(item.kicker, direction)}</p>
`,
    html`<h2 style="margin:0;${style.headline}">${url === null ? headline : html`<a href="${url}" style="display:block;padding:8px 0;color:${colour.ink};text-decoration:none">${headline}</a>`}</h2>
`,
    item.blurb &&
      html`<p style="margin:0 0 8px">${lines(item.blurb, setting)}</p>
`,
    byline &&
      html`<p class="m" style="margin:0;color:${colour.faint}">${byline}</p>
`,
    setting.kind === 'correction' ? corrections(item, setting) : null,
  ]
}

function corrections(item: LookArticle, { language, direction, timeZone }: Setting): Markup[] {
  return item.corrections.map(({ type, text, at }) => {
    const head = `${wordsIn(language).correctionTypes[type]}, ${dayInWords(language, at, timeZone)}`
    return html`<p style="margin:12px 0 0;padding:0 12px;border-${direction === 'rtl' ? 'right' : 'left'}:3px solid ${colour.accent}"><strong class="k" style="color:${colour.accent}">${head}</strong><br>${apart(text, direction)}</p>
`
  })
}

/** A picture leads on only where it says what it shows: a link has to have a name. */
function pictureParts(picture: LookPicture, url: string | null, { direction }: Setting): Markup | null {
  const src = webAddress(picture.src)
  if (src === null) return null
  const width = Math.max(1, Math.min(inner, Math.round(picture.width)))
  const height = Math.max(1, Math.round((picture.height / picture.width) * width))
  const alt = plainWords(picture.alt)
  const drawn = html`<img src="${src}" width="${width}" height="${height}" alt="${alt}" style="display:block;width:100%;max-width:${picture.width}px;height:auto;border:0">`
  return html`${url !== null && alt ? html`<a href="${url}">${drawn}</a>` : drawn}${caption(picture, direction)}
`
}

/** The house form: caption [Agency/Photographer]. */
function caption({ caption: words, credit }: LookPicture, direction: Direction): Markup | null {
  if (!words && !credit) return null
  const bracketed = credit ? html`[<bdi>${plainWords(credit)}</bdi>]` : null
  return html`<p class="m" style="margin:4px 0 12px;color:${colour.faint}">${apart(words, direction)}${words && credit ? ' ' : null}${bracketed}</p>`
}

function lines(text: string, { direction }: Setting): Markup {
  return html`${text.split('\n').map((line, at) => html`${at > 0 ? html`<br>` : null}${apart(line, direction)}`)}`
}

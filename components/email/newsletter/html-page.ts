import type { NewsletterLook } from '@/db/newsletter-editions/look'
import { unsubscribePlace } from '@/db/newsletter-editions/rules'
import { directionOf } from '@/lib/languages'
import { dayInWords } from '../../dates'
import { apart, isolated } from './foreign-words'
import { aligned, itemRows, sides } from './html-items'
import { colour, column, sheetOf, styleOf } from './mail-style'
import { html, type Markup } from './markup'
import { plainWords, webAddress } from './plain-words'
import { sentence } from './sentence'
import { newsletterWordsIn } from './words/words'

/**
 * A newsletter edition as a page that mail programs show: tables, as the oldest of them know nothing else, with what each needs said inline. Nothing
 * is fetched but pictures of ours, and nothing in it is one recipient's but the address that stands for leaving.
 */
export function htmlPage(look: NewsletterLook): Markup {
  const { language, direction } = look
  return html`<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${isolated(look.subject, direction)}</title>
${sheetOf(styleOf(language))}
</head>
<body style="margin:0;padding:0;background:${colour.paper}">
${preheader(look)}<div role="main">
<table role="presentation" class="paper" lang="${language}" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colour.paper}" style="background:${colour.paper};direction:${direction}"><tr><td align="center" style="padding:0 16px">
<!--[if mso]><table role="presentation" width="${column}"><tr><td><![endif]-->
<table role="presentation" lang="${language}" dir="${direction}" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${column}px;word-break:break-word;direction:${direction};text-align:${direction === 'rtl' ? 'right' : 'left'};color:${colour.ink};${styleOf(language).text}">
${[topRow(look), mastheadRow(look), correctionRow(look), itemRows(look), footerRow(look)]}</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</div>
</body>
</html>
`
}

/** After what mail programs show beside the subject stands nothing that can be seen, or they would go on with the words of the first links. */
const padding = '\u034f\u200c\u00a0'.repeat(30)

function preheader({ preheader: own, newsletter, direction }: NewsletterLook): Markup {
  const words = isolated(own || newsletter.promise, direction)
  return html`<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${words}${padding}</div>
`
}

/** A row of what is not the newsroom's: in the recipient's language and direction. */
function frameRow({ frameLanguage, language }: NewsletterLook, style: string, content: Markup, className = ''): Markup {
  const direction = directionOf(frameLanguage)
  const own = frameLanguage === language ? null : frameLanguage
  return html`<tr><td ${sides({ own, direction })}${className ? html` class="${className}"` : null} style="${style}${aligned(direction)};${styleOf(frameLanguage).label}">
${content}</td></tr>
`
}

function topRow(look: NewsletterLook): Markup {
  const words = newsletterWordsIn(look.frameLanguage)
  const links = [wayTo(look, look.webUrl, words.webView), way(look, unsubscribePlace, words.leave)]
  return frameRow(look, 'padding:4px 0', html`${links}`)
}

/** A link by itself, large enough for a thumb; nothing where the address is none. */
function wayTo(look: NewsletterLook, address: string, label: string): Markup | null {
  const url = webAddress(address)
  return url === null ? null : way(look, url, label)
}

function way({ frameLanguage }: NewsletterLook, url: string, label: string): Markup {
  const end = directionOf(frameLanguage) === 'rtl' ? 'left' : 'right'
  return html`<a href="${url}" style="display:inline-block;padding:12px 0;margin-${end}:20px;color:${colour.ink}">${label}</a>
`
}

function mastheadRow(look: NewsletterLook): Markup {
  const { frameLanguage, newsletter, publication, kind, number, datedAt } = look
  const direction = directionOf(frameLanguage)
  const words = newsletterWordsIn(frameLanguage)
  const isCorrection = kind === 'correction'
  const name = nameOf(look)
  const heading = isCorrection ? words.correctionHeading : name
  const above = isCorrection ? html`${apart(publication.name, direction)} · ${name}` : apart(publication.name, direction)
  const numbered = number === null ? [] : [words.number.replace('{number}', String(number))]
  const below = [...numbered, dayInWords(frameLanguage, datedAt, publication.timeZone)].join(' · ')
  const { label } = styleOf(frameLanguage)
  const { serif } = styleOf(isCorrection ? frameLanguage : newsletter.language)
  const content = html`<p class="k" style="margin:0;color:${colour.accent};${label}">${above}</p>
<h1 style="margin:0;${serif};font-size:36px;line-height:1.3">${heading}</h1>
<p class="m" style="margin:2px 0 0;color:${colour.faint};${label}">${below}</p>
`
  return frameRow(
    look,
    `border-top:3px solid ${colour.strong};border-bottom:1px solid ${colour.strong};padding:12px 0`,
    content,
    'strong',
  )
}

/** The newsletter's name, in its own language where the frame's has none. */
function nameOf({ newsletter: { name, language }, frameLanguage }: NewsletterLook): Markup {
  if (language === frameLanguage) return html`<bdi>${plainWords(name)}</bdi>`
  return html`<bdi lang="${language}">${plainWords(name)}</bdi>`
}

function correctionRow(look: NewsletterLook): Markup | null {
  const { corrects, frameLanguage, publication, language } = look
  if (!corrects) return null
  const said = sentence(newsletterWordsIn(frameLanguage).correctionWhy, {
    number: html`${corrects.number}`,
    date: html`${dayInWords(frameLanguage, corrects.datedAt, publication.timeZone)}`,
    subject: html`<bdi lang="${language}">${plainWords(corrects.subject)}</bdi>`,
  })
  return frameRow(
    look,
    'padding:16px 0 0',
    html`<p style="margin:0">${said}</p>
`,
  )
}

function footerRow(look: NewsletterLook): Markup {
  const { frameLanguage, publication, newsletter } = look
  const words = newsletterWordsIn(frameLanguage)
  const values = { name: nameOf(look), publication: html`<bdi>${plainWords(publication.name)}</bdi>` }
  const home = webAddress(publication.origin)
  const ways = [
    wayTo(look, look.webUrl, words.webView),
    wayTo(look, look.preferencesUrl, words.preferences),
    way(look, unsubscribePlace, words.leave),
  ]
  const postal = newsletter.postalAddress.split('\n').map((line, at) => html`${at > 0 ? html`<br>` : null}${plainWords(line)}`)
  const content = html`<p style="margin:0 0 8px">${sentence(words.why, values)}</p>
<p style="margin:0">${ways}</p>
<p class="m" style="margin:8px 0 0;color:${colour.faint};${styleOf(frameLanguage).label}">${home === null ? values.publication : html`<a href="${home}" style="color:${colour.faint};display:inline-block;padding:12px 0">${values.publication}</a>`}<br><bdi>${postal}</bdi></p>
`
  return frameRow(look, `border-top:3px solid ${colour.strong};padding:16px 0 40px`, content, 'strong')
}

import { html, type Markup } from './markup'

/** Pixels of the column that everything stands in, and of what is left between its edges. */
export const column = 600
export const inner = 568

export type MailStyle = {
  /** Outlook hands nothing down from a table to its cells, and is told apart. */
  text: string
  serif: string
  headline: string
  /** Of what is no text: kickers, links of the frame. */
  label: string
  /** Of names and captions. */
  small: string
}

const serif = 'font-family:Georgia,Times New Roman,serif'
const sans = 'font-family:Helvetica,Arial,sans-serif'
const arabic = 'font-family:Segoe UI,Tahoma,Arial,sans-serif'

/** Fonts that every system has. Arabic letters stand taller, never slanted and never apart. */
const styles: Record<'latin' | 'arabic', MailStyle> = {
  latin: {
    text: `${serif};font-size:17px;line-height:1.5`,
    serif,
    headline: 'font-size:23px;line-height:1.25',
    label: `${sans};font-size:14px`,
    small: 'font-size:14px',
  },
  arabic: {
    text: `${arabic};font-size:17px;line-height:1.8`,
    serif: arabic,
    headline: 'font-size:22px;line-height:1.7',
    label: `${arabic};font-size:15px`,
    small: 'font-size:15px',
  },
}

export function styleOf(language: string): MailStyle {
  return styles[language === 'ar' ? 'arabic' : 'latin']
}

export const colour = {
  paper: '#fdfcf9',
  ink: '#1c1a17',
  faint: '#696458',
  rule: '#dcd7ca',
  strong: '#1c1a17',
  accent: '#9e1f2c',
}

/**
 * Dark is designed, not inverted. Most elements are named rather than given classes, so that what each would have to carry is sent once: `m` is for
 * what is faint, `k` for what is in the accent’s colour. It stands by itself: a program that cannot read it throws the whole element away.
 */
export function sheetOf({ text, label, small }: MailStyle): Markup {
  return html`<style>
.k{${label}}
.m{${small}}
</style>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.paper{background:#171614!important}
td,h1,h2,p,a{color:#e8e3d7!important}
td{border-color:#3a3731!important}
.m,.m a{color:#a0998a!important}
.k{color:#f0978c!important}
.strong{border-color:#8d8678!important}
img{opacity:.88}
}
</style>
<!--[if mso]><style>table{border-collapse:collapse}td{color:${colour.ink};${text}}</style><![endif]-->`
}

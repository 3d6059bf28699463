import { html, type Markup } from './markup'

/** Pixels of the column that everything stands in, and of what is left between its edges. */
export const column = 600
export const inner = 568

export type MailStyle = {
  /** Of text: on every cell, as many mail programs hand nothing down to a table. */
  text: string
  headline: string
  label: string
  small: string
}

const serif = "Georgia,'Times New Roman',serif"
const sans = 'Helvetica,Arial,sans-serif'
const arabic = "'Segoe UI',Tahoma,Arial,sans-serif"

/** Fonts that every system has. Arabic letters stand taller, never slanted and never apart. */
export const styles: Record<'latin' | 'arabic', MailStyle> = {
  latin: {
    text: `font-family:${serif};font-size:17px;line-height:1.5`,
    headline: 'font-size:23px;line-height:1.25',
    label: `font-family:${sans};font-size:14px;line-height:1.5`,
    small: 'font-size:14px;line-height:1.45',
  },
  arabic: {
    text: `font-family:${arabic};font-size:17px;line-height:1.8`,
    headline: 'font-size:22px;line-height:1.7',
    label: `font-family:${arabic};font-size:15px;line-height:1.7`,
    small: 'font-size:15px;line-height:1.7',
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
 * what is faint, `k` for what is in the accent’s colour.
 */
export const sheet: Markup = html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.paper{background:#171614!important}
td,h1,h2,p,a{color:#e8e3d7!important;border-color:#3a3731!important}
.m,.m a{color:#a0998a!important}
.k{color:#f0978c!important}
.strong{border-color:#8d8678!important}
img{opacity:.88}
}
</style>
<!--[if mso]><style>table{border-collapse:collapse}a{text-decoration:none}</style><![endif]-->`

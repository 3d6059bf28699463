import type { Language } from '@/lib/languages'

const serif = new URL('./fonts/serif.woff2', import.meta.url).pathname
const serifSemibold = new URL('./fonts/serif-semibold.woff2', import.meta.url).pathname
const naskh = new URL('./fonts/naskh.woff2', import.meta.url).pathname

const firstFonts: Record<Language, string[]> = { en: [serif, serifSemibold], fr: [serif, serifSemibold], ar: [naskh] }

/**
 * Asks for the faces in which every page of an edition opens before the stylesheet has named them. As elements of the head:
 * `preload()` would put them into a `Link` header, of which the front sends none.
 */
export function FontPreloads({ language }: { language: Language }) {
  return firstFonts[language].map((font) => (
    <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
  ))
}

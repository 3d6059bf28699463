import { preload } from 'react-dom'
import type { Language } from '@/lib/languages'

const serif = new URL('./fonts/serif.woff2', import.meta.url).pathname
const serifSemibold = new URL('./fonts/serif-semibold.woff2', import.meta.url).pathname
const naskh = new URL('./fonts/naskh.woff2', import.meta.url).pathname

const firstFonts: Record<Language, string[]> = { en: [serif, serifSemibold], fr: [serif, serifSemibold], ar: [naskh] }

/** Asks for the faces in which every page of an edition opens before the stylesheet has named them. */
export function FontPreloads({ language }: { language: Language }) {
  for (const font of firstFonts[language]) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return null
}

import type { Remark } from '../../../db/fronts/rules'
import { isLanguage, type Language } from '../../../lib/languages'
import { briefMomentInWords } from '../../dates'
import { filled } from '../../words/words'
import { frontWordsIn } from './words/words'

/** What a remark says, in a sentence. */
export function remarkInWords(remark: Remark, language: Language, timeZone: string): string {
  const words = frontWordsIn(language)
  const when = (moment: string) => briefMomentInWords(language, new Date(moment), timeZone)
  switch (remark.kind) {
    case 'twice':
    case 'never-shown':
    case 'also-here':
      return filled(words.remarks[remark.kind], { zone: words.zones[remark.zone] })
    case 'also-on':
      return filled(words.remarks[remark.kind], {
        zone: words.zones[remark.zone],
        language: isLanguage(remark.language) ? words.languages[remark.language] : remark.language,
      })
    case 'appears':
    case 'picture-expires':
    case 'was-here':
      return filled(words.remarks[remark.kind], { when: when(remark.at) })
    case 'hidden':
      return remark.until === null
        ? filled(words.remarks['hidden-for-good'], { from: when(remark.from) })
        : filled(words.remarks.hidden, { from: when(remark.from), until: when(remark.until) })
    case 'unknown-article':
    case 'other-edition':
    case 'ends-before-it-starts':
    case 'picture-not-allowed':
    case 'banner-without-text':
    case 'banner-without-end':
    case 'banner-ends-before-it-starts':
    case 'banner-address':
    case 'banner-unknown-article':
    case 'over':
    case 'not-out':
    case 'on-hold':
    case 'withdrawn':
    case 'banner-over':
    case 'banner-not-out':
      return words.remarks[remark.kind]
  }
}

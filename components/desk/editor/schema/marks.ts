import { markOf } from '@/components/desk/editor/schema/from-grammar'
import { isLanguageTag, isSafeLink, isUuid } from '@/lib/checks'
import { directionOf } from '@/lib/languages'

const always = () => ({})

/** The marks, in the grammar's order. */
export const marks = [
  markOf('link', {
    reads: { 'a[href], a[data-article-id]': linkOf },
    draws: ({ attrs }) => ['a', { href: attrs.href, 'data-article-id': attrs.articleId }, 0],
  }),
  markOf('strong', { reads: { strong: always, b: always }, draws: () => ['strong', 0] }),
  markOf('em', { reads: { em: always, i: always }, draws: () => ['em', 0] }),
  markOf('sub', { reads: { sub: always }, draws: () => ['sub', 0] }),
  markOf('sup', { reads: { sup: always }, draws: () => ['sup', 0] }),
  markOf('lang', {
    // Word marks every run with a language; a `bdi` is somebody's deliberate choice, mostly ours.
    reads: {
      'bdi[lang]': (element) => {
        const lang = element.getAttribute('lang')
        return isLanguageTag(lang) && { lang, dir: directionOf(lang) }
      },
    },
    draws: ({ attrs }) => ['bdi', { lang: attrs.lang, dir: attrs.dir }, 0],
  }),
]

/** A link that readers may not be sent to is none: its words stay. */
function linkOf(element: HTMLElement) {
  const articleId = element.getAttribute('data-article-id')
  if (isUuid(articleId)) return { href: null, articleId }
  const href = element.getAttribute('href')?.trim()
  return isSafeLink(href) && { href, articleId: null }
}

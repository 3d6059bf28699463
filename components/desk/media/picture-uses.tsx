import Link from 'next/link'
import { languageName } from '@/components/desk/list/language-name'
import type { MediaWords } from '@/components/desk/media/words/en'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { counted } from '@/components/words/words'
import type { ArticleStatus } from '@/db/articles/rules'
import { isLanguage, type Language } from '@/lib/languages'

type Use = {
  kind: 'article' | 'page' | 'front'
  id: string
  headline: string
  language: string
  status: ArticleStatus | null
  isLive: boolean
  isInHead: boolean
  isHero: boolean
}

type Props = { language: Language; uses: readonly Use[]; hidden: number }

/** Where a picture is used, what readers see first. */
export function PictureUses({ language, uses, hidden }: Props) {
  const words = mediaWordsIn(language)
  return (
    <section className="panel" aria-labelledby="uses-title">
      <h2 id="uses-title">{words.uses}</h2>
      {uses.length === 0 && hidden === 0 && <p className="quiet">{words.unused}</p>}
      {uses.length > 0 && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.article}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.useOf}</th>
              </tr>
            </thead>
            <tbody>
              {uses.map((use) => (
                <tr key={use.id}>
                  <td lang={use.kind === 'front' ? undefined : use.language}>
                    <Link href={addressOf(use)} prefetch={false}>
                      <bdi>{nameOf(use, language)}</bdi>
                    </Link>
                  </td>
                  <td>
                    {use.status ? (
                      <State status={use.status} words={words} />
                    ) : use.kind === 'front' ? (
                      words.onFront
                    ) : (
                      words.onPage
                    )}
                  </td>
                  <td>{whereOf(use, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hidden > 0 && <p className="quiet">{counted(language, hidden, words.hiddenUses)}</p>}
    </section>
  )
}

function State({ status, words }: { status: ArticleStatus; words: MediaWords }) {
  return (
    <span className="state" data-state={status}>
      {words.states[status]}
    </span>
  )
}

function nameOf({ kind, headline, language }: Use, spoken: Language): string {
  return kind === 'front' && isLanguage(language) ? languageName(language, spoken) : headline
}

function addressOf({ kind, id, language }: Use): string {
  switch (kind) {
    case 'article':
      return `/dashboard/articles/${id}`
    case 'page':
      return '/dashboard/pages'
    case 'front':
      return `/dashboard/fronts/${language}`
  }
}

function whereOf({ kind, isLive, isInHead, isHero }: Use, words: MediaWords): string {
  if (!isLive && !isInHead) return words.onlyBefore
  if (kind !== 'article') return isLive ? words.isLive : words.inHead
  return [isHero ? words.asHero : words.inText, isLive ? words.isLive : words.inHead].join(', ')
}

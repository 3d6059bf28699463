import Link from 'next/link'
import type { MediaWords } from '@/components/desk/media/words/en'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { counted } from '@/components/words/words'
import type { ArticleStatus } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Use = {
  kind: 'article' | 'page'
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
                  <td lang={use.language}>
                    <Link href={addressOf(use)} prefetch={false}>
                      <bdi>{use.headline}</bdi>
                    </Link>
                  </td>
                  <td>{use.status ? <State status={use.status} words={words} /> : words.onPage}</td>
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

function addressOf({ kind, id }: Use): string {
  return kind === 'article' ? `/dashboard/articles/${id}` : '/dashboard/pages'
}

function whereOf({ isLive, isInHead, isHero }: Use, words: MediaWords): string {
  if (!isLive && !isInHead) return words.onlyBefore
  return [isHero ? words.asHero : words.inText, isLive ? words.isLive : words.inHead].join(', ')
}

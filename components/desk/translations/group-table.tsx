import Link from 'next/link'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { translationWordsIn } from '@/components/desk/translations/words/words'
import { filled } from '@/components/words/words'
import type { TranslationMember } from '@/db/translations/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** The article whose page it is. */
  articleId: string
  members: readonly TranslationMember[]
}

/** An article in all its languages: which it is, how it stands, and how far each translation is. */
export function GroupTable({ language, articleId, members }: Props) {
  const words = translationWordsIn(language)
  const { states, untitled } = articleWordsIn(language)
  return (
    <div className="table-wrap">
      <table className="table translations-table">
        <caption className="visually-hidden">{words.group}</caption>
        <thead>
          <tr>
            <th scope="col">{words.edition}</th>
            <th scope="col">{words.headline}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.articleId}>
              <th scope="row">{words.editions[member.language]}</th>
              <td>
                <Headline member={member} isHere={member.articleId === articleId} untitled={untitled} others={words.others} />
              </td>
              <td>
                <span className="state" data-state={member.status}>
                  {states[member.status]}
                </span>
              </td>
              <td>{standingOf(member, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadlineProps = { member: TranslationMember; isHere: boolean; untitled: string; others: string }

function Headline({ member, isHere, untitled, others }: HeadlineProps) {
  const { articleId, headline, language } = member
  if (headline === null) return <span className="quiet">{others}</span>
  const shown = headline === '' ? untitled : <bdi lang={language}>{headline}</bdi>
  if (isHere) return shown
  return (
    <Link href={`/dashboard/articles/${articleId}/translations`} prefetch={false}>
      {shown}
    </Link>
  )
}

function standingOf({ isOriginal, source, isBehind }: TranslationMember, language: Language): string {
  const words = translationWordsIn(language)
  if (isOriginal) return words.original
  if (source === null || isBehind === null) return words.unknownSource
  return isBehind ? filled(words.behind, { number: String(source.number) }) : words.current
}

import { CardList } from '@/components/lists/card-list'
import { Pagination } from '@/components/lists/pagination'
import { NotHere } from '@/components/site/not-here'
import type { ListScope } from '@/db/articles/cards'
import { listLength } from '@/db/articles/rules'
import { addressOf } from '@/lib/addresses'
import type { Language } from '@/lib/languages'
import { getList, getSite } from './content'

type Props = {
  language: Language
  scope: ListScope
  /** Address of the list's first page. */
  path: string
  cursor: string | null
  showSection: boolean
  /** What stands above the cards. */
  heading: React.ReactNode
}

/** The body of a page that lists articles by recency, at whatever place of the list it stands. */
export async function ListBody({ language, scope, path, cursor, showSection, heading }: Props) {
  const [{ settings }, list] = await Promise.all([getSite(language), getList(language, scope, cursor, listLength)])
  if (!list || (cursor !== null && list.cards.length === 0)) return <NotHere language={language} />

  return (
    <main id="content">
      {heading}
      <CardList cards={list.cards} language={language} timeZone={settings.timeZone} showSection={showSection} />
      <Pagination
        language={language}
        olderHref={list.olderCursor && addressOf.before(path, list.olderCursor)}
        newestHref={cursor === null ? null : path}
      />
    </main>
  )
}

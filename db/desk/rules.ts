import { z } from 'zod'
import { isUuid } from '../../lib/checks'
import { type Language, languages } from '../../lib/languages'
import { type ArticleStatus, articleStatuses, type Byline, type SectionLink } from '../articles/rules'
import { decodePlace, type Place } from '../search/place'
import { parseTerms, type Term } from '../search/terms'
import { type DeskCursor, decodeDeskCursor } from './cursor'

/** By what the desk's list is ordered. `match` is for words that were looked for: the best first. */
export const deskSorts = ['match', 'modified', 'due', 'published', 'created'] as const
export type DeskSort = (typeof deskSorts)[number]

export const dueFilters = ['overdue', 'today', 'week'] as const
export type DueFilter = (typeof dueFilters)[number]

/** What was asked of the desk, each as it stands in the address; empty where nothing was. */
export type DeskValues = {
  q: string
  status: ArticleStatus[]
  section: string
  language: string
  author: string
  /** `me`, or somebody's id. */
  owner: string
  due: string
  /** `me` for what one is asked to review. */
  asked: string
  sort: string
}

/** What the desk is to list. */
export type DeskQuery = {
  q: string
  terms: Term[]
  statuses: ArticleStatus[]
  sectionId: string | null
  language: Language | null
  contributorId: string | null
  owner: string | null
  due: DueFilter | null
  isAskedOfMe: boolean
  sort: DeskSort
  /** Against the way the sort goes by itself. */
  isReversed: boolean
  /** From where: what comes after a row, or what comes before it. */
  from: { side: 'after' | 'before'; cursor: DeskCursor } | null
  /** From where in what was found, for the sort `match`. */
  place: Place | null
}

/** The part of an address that says where a page begins; empty for the first. */
export type DeskPlaceInList = { after?: string; before?: string }

/** As many letters of a search count. */
const queryLimit = 300

const one = (most: number) =>
  z
    .unknown()
    .default('')
    .transform((given) => {
      const value: unknown = Array.isArray(given) ? given[0] : given
      return typeof value === 'string' ? [...value.toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, most).join('').trim() : ''
    })

const choice = (values: readonly string[]) => one(40).transform((value) => (values.includes(value) ? value : ''))

const uuid = one(40).transform((value) => (isUuid(value) ? value : ''))

const sortWords = deskSorts.flatMap((sort) => [sort, `-${sort}`])

/** Reads what is asked of the desk from an address's query. Takes anything, and leaves out what it cannot read. */
export const deskInput = z
  .object({
    q: one(queryLimit),
    status: z
      .unknown()
      .default([])
      .transform((given) => articleStatuses.filter((status) => (Array.isArray(given) ? given : [given]).includes(status))),
    section: uuid,
    language: choice(languages),
    author: uuid,
    owner: one(40).transform((value) => (value === 'me' || isUuid(value) ? value : '')),
    due: choice(dueFilters),
    asked: choice(['me']),
    sort: choice(sortWords),
    after: one(60),
    before: one(60),
  })
  .transform(({ after, before, ...values }): { values: DeskValues; query: DeskQuery } => {
    const terms = parseTerms(values.q)
    const sort = deskSorts.find((name) => name === values.sort.replace('-', ''))
    const isSearch = values.q !== ''
    const later = decodeDeskCursor(after)
    const earlier = decodeDeskCursor(before)
    const query: DeskQuery = {
      q: values.q,
      terms,
      statuses: values.status,
      sectionId: values.section || null,
      language: languages.find((language) => language === values.language) ?? null,
      contributorId: values.author || null,
      owner: values.owner || null,
      due: dueFilters.find((due) => due === values.due) ?? null,
      isAskedOfMe: values.asked !== '',
      sort: sort && (sort !== 'match' || isSearch) ? sort : isSearch ? 'match' : 'modified',
      isReversed: values.sort.startsWith('-'),
      from: later ? { side: 'after', cursor: later } : earlier ? { side: 'before', cursor: earlier } : null,
      place: decodePlace(after),
    }
    return { values, query }
  })

/** The query string of an address that asks the same, without its question mark; empty fields are left out. */
export function deskSearch(values: DeskValues, from: DeskPlaceInList = {}): string {
  const { status, ...others } = values
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...others, ...from })) if (value) search.append(name, value)
  for (const each of status) search.append('status', each)
  return search.toString()
}

/** The same the other way round: what a query string asks. */
export function deskAsked(search: string): z.output<typeof deskInput> {
  const parts = Map.groupBy(new URLSearchParams(search), ([name]) => name)
  return deskInput.parse(Object.fromEntries([...parts].map(([name, entries]) => [name, entries.map(([, value]) => value)])))
}

/** The address of the desk with these things asked of it. */
export function deskAddress(values: DeskValues, from: DeskPlaceInList = {}): string {
  const search = deskSearch(values, from)
  return search ? `/dashboard?${search}` : '/dashboard'
}

/** Whether anything is asked at all, apart from the order. */
export function isDeskFiltered({ sort: _sort, status, ...others }: DeskValues): boolean {
  return status.length > 0 || Object.values(others).some(Boolean)
}

/** An article as the desk lists it. */
export type DeskRow = {
  id: string
  headline: string
  status: ArticleStatus
  language: Language
  section: SectionLink
  bylines: Byline[]
  owner: { id: string; name: string } | null
  reviewerId: string | null
  /** Null as well once it is scheduled or published. */
  dueAt: Date | null
  createdAt: Date
  modifiedAt: Date
  /** Who changed it last; null for an import or a job. */
  modifiedBy: string | null
  /** The public date: when it appeared first, or is to appear. */
  publishAt: Date | null
  embargoUntil: Date | null
  isHeld: boolean
  /** Its head is not what readers see. */
  hasUnpublishedChange: boolean
  /** A correction of it waits for approval. */
  hasProposedCorrection: boolean
  /** A correction of another edition waits for an answer. */
  hasOfferedCorrection: boolean
}

/** More are not counted: the desk says that there are more. */
export const countedAtMost = 500

/** A page of the list. */
export type DeskListing = {
  rows: DeskRow[]
  /** How many there are in all; one more than `countedAtMost` for more than that. */
  count: number
  /** The words that were looked for stand in every text, and say nothing. */
  isTooCommon: boolean
  /** Where the pages beside this one begin; null where there is none. */
  next: DeskPlaceInList | null
  previous: DeskPlaceInList | null
}

type Named = { id: string; name: string }

/** What the desk's filters and changes can choose from. `writers` are the people who may own an article. */
export type DeskChoices = {
  sections: (Named & { language: Language })[]
  contributors: Named[]
  topics: Named[]
  writers: Named[]
}

export type SavedFilter = { id: string; name: string; search: string }

/** How many filters somebody may keep. */
export const filtersAtMost = 30

const filterName = z.string().trim().min(1, 'required').max(60, 'too-long')

export const saveFilterInput = z.object({ name: filterName, search: z.string().max(2000) })
export const renameFilterInput = z.object({ id: z.uuid('invalid'), name: filterName })
export const whichFilter = z.object({ id: z.uuid('invalid') })

/** What can be done to several articles at once. */
export const bulkKinds = [
  'section',
  'add-topic',
  'remove-topic',
  'add-byline',
  'replace-byline',
  'submit',
  'return',
  'owner',
  'due',
] as const
export type BulkKind = (typeof bulkKinds)[number]

/** Articles that one change may touch. */
export const bulkAtMost = 500

/** Why an article was left as it was. */
export const bulkRefusals = [
  'not-allowed',
  'not-now',
  'other-edition',
  'second-person',
  'changed-since',
  'not-reached',
  'unknown',
] as const
export type BulkRefusal = (typeof bulkRefusals)[number]

/** What became of a change to several articles. */
export type BulkReport = {
  changed: number
  /** Of those changed: articles whose readers see the change when it is published. */
  waiting: number
  /** Articles that were so already. */
  unchanged: number
  refused: { articleId: string; headline: string; why: BulkRefusal }[]
}

import { and, asc, eq, inArray } from 'drizzle-orm'
import { addressOf } from '../../lib/addresses'
import { isLanguage, type Language, rootLanguage } from '../../lib/languages'
import { findBylines } from '../articles/cards'
import { articles, revisions } from '../articles/schema'
import type { Reader } from '../client'
import { noteColumns } from '../corrections/notes'
import { corrections } from '../corrections/schema'
import { findPictures } from '../media/queries'
import type { Crop, Picture } from '../media/rules'
import { sections } from '../sections/schema'
import type { LookArticle, LookCorrection, LookItem, LookPicture } from './look'
import type { ItemInput } from './rules'

type ArticleInput = Extract<ItemInput, { kind: 'article' }>

/** `language` is the newsletter's: in it stand the words of pictures. */
type Place = { language: Language; origin: string; now: Date }

/** What the items of an edition show, in their order, less those that there is nothing to show of. */
export async function findLookItems(reader: Reader, items: readonly ItemInput[], place: Place): Promise<LookItem[]> {
  const stories = await findStories(
    reader,
    items.flatMap((item) => (item.kind === 'article' ? [item.articleId] : [])),
  )
  const pictures = await findPictures(
    reader,
    [...new Set(items.flatMap((item) => pictureOf(item, stories)))],
    place.language,
    place.now,
  )
  return items.flatMap((item) => lookOf(item, stories, pictures, place) ?? [])
}

function lookOf(
  item: ItemInput,
  stories: ReadonlyMap<string, Story>,
  pictures: ReadonlyMap<string, Picture>,
  place: Place,
): LookItem | null {
  switch (item.kind) {
    case 'article': {
      const story = stories.get(item.articleId)
      return story ? articleOf(item, story, pictures, place) : null
    }
    case 'heading':
      return item
    case 'text':
      return { kind: 'text', paragraphs: paragraphsOf(item.text) }
    case 'picture': {
      const picture = mailPicture(pictures.get(item.mediaId), 'whole', place.origin, { caption: item.text })
      return picture && { kind: 'picture', picture }
    }
  }
}

type Story = Awaited<ReturnType<typeof findRows>>[number] & { byline: string[]; corrections: LookCorrection[] }

async function findStories(reader: Reader, articleIds: readonly string[]): Promise<Map<string, Story>> {
  if (articleIds.length === 0) return new Map()
  const rows = await findRows(reader, articleIds)
  const names = await findBylines(
    rows.map(({ revisionId }) => revisionId),
    reader,
  )
  const notes = await reader
    .select({ articleId: corrections.articleId, ...noteColumns })
    .from(corrections)
    .where(and(inArray(corrections.articleId, [...articleIds]), eq(corrections.status, 'approved')))
    .orderBy(asc(corrections.correctedAt))
  return new Map(
    rows.map((row) => {
      const writers = (names.get(row.revisionId) ?? []).filter(({ role }) => role === 'reporter')
      const own = notes.filter(({ articleId }) => articleId === row.id)
      return [
        row.id,
        {
          ...row,
          byline: writers.map(({ name }) => name),
          corrections: own.map(({ type, text, correctedAt }) => ({ type, text, at: correctedAt })),
        },
      ]
    }),
  )
}

async function findRows(reader: Reader, articleIds: readonly string[]) {
  return reader
    .select({
      id: articles.id,
      revisionId: revisions.id,
      language: articles.language,
      slug: articles.slug,
      section: sections.slug,
      headline: revisions.headline,
      standfirst: revisions.standfirst,
      kicker: revisions.kicker,
      heroMediaId: revisions.heroMediaId,
      heroCaption: revisions.heroCaption,
      heroAlt: revisions.heroAlt,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.liveRevisionId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(inArray(articles.id, [...articleIds]))
}

function pictureOf(item: ItemInput, stories: ReadonlyMap<string, Story>): string[] {
  if (item.kind === 'picture') return [item.mediaId]
  if (item.kind !== 'article' || !item.showsPicture) return []
  const mediaId = item.mediaId ?? stories.get(item.articleId)?.heroMediaId
  return mediaId ? [mediaId] : []
}

function articleOf(item: ArticleInput, story: Story, pictures: ReadonlyMap<string, Picture>, place: Place): LookArticle {
  const { heroMediaId, heroCaption, heroAlt, ...said } = story
  const language = isLanguage(said.language) ? said.language : rootLanguage
  const mediaId = item.mediaId ?? heroMediaId
  // What the article says of its picture is not said of another.
  const ownWords = mediaId === heroMediaId ? { caption: heroCaption, alt: heroAlt } : {}
  const shown = item.showsPicture && mediaId ? pictures.get(mediaId) : undefined
  return {
    kind: 'article',
    articleId: said.id,
    language: item.headline ? place.language : language,
    headline: item.headline || said.headline,
    blurb: item.blurb || said.standfirst,
    kicker: said.kicker,
    byline: said.byline,
    url: place.origin + addressOf.article(language, said.section, said.slug),
    picture: mailPicture(shown, '16x9', place.origin, ownWords),
    corrections: said.corrections,
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

/** Fine enough for the column of a mail on most screens, and small enough for a telephone on the move. */
const wantedWidth = 800

/** The JPEG of a picture that suits a mail; null where none is made. Words that are missing are the picture's own. */
function mailPicture(
  picture: Picture | undefined,
  crop: Crop,
  origin: string,
  words: { caption?: string | null; alt?: string | null },
): LookPicture | null {
  if (!picture) return null
  const jpegs = picture.renditions.filter(({ format }) => format === 'jpeg').sort((one, other) => one.width - other.width)
  const cut = jpegs.filter((file) => file.crop === crop)
  const fitting = cut.length > 0 ? cut : jpegs.filter((file) => file.crop === 'whole')
  const file = fitting.find(({ width }) => width >= wantedWidth) ?? fitting.at(-1)
  if (!file) return null
  const { width, height } = file
  const said = { alt: words.alt || picture.alt, caption: words.caption || picture.caption, credit: picture.credit }
  return { src: origin + addressOf.media(file.file), width, height, ...said }
}

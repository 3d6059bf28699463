import type { ArticleContent } from './content'
import { diffBodies } from './diff-blocks'
import { diffTold, type Told } from './diff-values'
import type { ArticleFields, ContentDifference, FieldDifference, ListedThing } from './differences'

/**
 * How an article changed from one revision to another: each field that differs, and the whole body, in words. It sees everything
 * that a revision holds: a link that was added, an address behind one, a caption, an alternative text, a picture.
 */
export function diffContents(before: ArticleContent, after: ArticleContent): ContentDifference {
  return { fields: diffFields(before, after), blocks: diffBodies(before.body, after.body) }
}

type FieldPart = FieldDifference['name']

/** How the fields changed; those that did not are not in it. */
export function diffFields(before: ArticleFields, after: ArticleFields): FieldDifference[] {
  const [old, now] = [tell(before), tell(after)]
  return diffTold(
    old,
    now,
    Object.keys(now).filter((name): name is FieldPart => name in now),
  )
}

function tell(fields: ArticleFields): Record<FieldPart, Told> {
  const { hero } = fields
  return {
    kicker: { kind: 'words', text: fields.kicker },
    headline: { kind: 'words', text: fields.headline },
    headlineShort: { kind: 'words', text: fields.headlineShort },
    standfirst: { kind: 'words', text: fields.standfirst },
    bylines: { kind: 'list', things: fields.bylines.map((byline): ListedThing => ({ type: 'byline', ...byline })) },
    dateline: { kind: 'words', text: fields.dateline },
    heroPicture: listed('picture', hero ? [hero.mediaId] : []),
    heroCaption: { kind: 'words', text: hero?.caption ?? null },
    heroAlt: { kind: 'words', text: hero?.alt ?? null },
    sectionId: listed('section', [fields.sectionId]),
    topicIds: listed('topic', fields.topicIds),
    relatedIds: listed('article', fields.relatedIds),
    slug: { kind: 'value', value: fields.slug },
    seoHeadline: { kind: 'words', text: fields.seoHeadline },
    seoDescription: { kind: 'words', text: fields.seoDescription },
  }
}

function listed(type: 'section' | 'topic' | 'article' | 'picture', ids: readonly string[]): Told {
  return { kind: 'list', things: ids.map((id) => ({ type, id })) }
}

import type { ArticleCard } from '../articles/rules'
import type { Picture } from '../media/rules'
import type { FrontArticle, FrontZone, Placement } from './rules'

/** An article that has long been out, as editors of an English front see it; `facts` replaces parts. */
export function someFrontArticle(id: string, facts: Partial<FrontArticle> = {}): FrontArticle {
  return {
    id,
    language: 'en',
    headline: `Headline ${id}`,
    kicker: '',
    section: 'News',
    isOpinion: false,
    status: 'live',
    isOnHold: false,
    visibleAt: '2020-01-01T00:00:00.000Z',
    publishedAt: '2020-01-01T00:00:00.000Z',
    thumbnail: null,
    ...facts,
  }
}

/** An article in a zone for as long as nobody takes it away. The placement is called like the article. */
export function somePlacement(articleId: string, zone: FrontZone): Placement {
  return { id: articleId, zone, articleId, headline: '', kicker: '', mediaId: null, startsAt: null, endsAt: null }
}

/** An article as readers see it in lists. */
export function someCard(id: string, isOpinion = false): ArticleCard {
  return {
    id,
    revisionId: id,
    language: 'en',
    slug: id,
    headline: `Headline ${id}`,
    headlineShort: '',
    standfirst: '',
    kicker: '',
    section: { id: 's', slug: 'news', name: 'News', isOpinion },
    bylines: [],
    publishedAt: new Date(0),
    updatedAt: null,
    picture: null,
    heroMediaId: null,
    wordCount: 1,
  }
}

/** A picture without any rendition. */
export function somePicture(id: string): Picture {
  return {
    id,
    caption: '',
    alt: '',
    credit: '',
    creator: '',
    agency: '',
    copyrightNotice: '',
    licenceUrl: null,
    maySublicense: false,
    width: 1200,
    height: 800,
    expiresAt: null,
    renditions: [],
  }
}

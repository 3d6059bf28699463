import { z } from 'zod'
import type { Answer, Crawled } from '../crawl'
import { parsed } from './parsed'

const zoned = z.iso.datetime({ offset: true })
const person = z.object({ '@type': z.literal('Person'), name: z.string().min(1), url: z.url() })
const organisation = z.looseObject({
  '@type': z.literal('NewsMediaOrganization'),
  name: z.string().min(1),
  url: z.url(),
  logo: z.unknown(),
})
const image = z.object({
  '@type': z.literal('ImageObject'),
  contentUrl: z.url(),
  width: z.string(),
  height: z.string(),
  creditText: z.string().min(1),
  creator: z.unknown().optional(),
  copyrightNotice: z.string().optional(),
  license: z.url().optional(),
  acquireLicensePage: z.url().optional(),
})

/** What Google and the Trust Project ask of an article (reader.md §2.1); more may stand there. */
const article = z.looseObject({
  '@type': z.enum(['NewsArticle', 'OpinionNewsArticle', 'ReportageNewsArticle', 'AnalysisNewsArticle', 'BackgroundNewsArticle']),
  '@id': z.url(),
  headline: z.string().min(1).max(110),
  datePublished: zoned,
  dateModified: zoned,
  author: z.union([z.array(person).min(1), organisation]),
  publisher: organisation,
  image: z.array(image).optional(),
  inLanguage: z.string(),
  articleSection: z.string(),
  wordCount: z.number().positive(),
  isAccessibleForFree: z.literal(true),
  correction: z
    .array(z.object({ '@type': z.literal('CorrectionComment'), text: z.string().min(1), datePublished: zoned }))
    .optional(),
})
const place = z.object({ '@type': z.literal('ListItem'), position: z.number(), name: z.string().min(1), item: z.url() })
const trail = z.looseObject({ '@type': z.literal('BreadcrumbList'), itemListElement: z.array(place).min(2) })
const publication = z.looseObject({
  ...organisation.shape,
  publishingPrinciples: z.url(),
  ethicsPolicy: z.url(),
  correctionsPolicy: z.url(),
  ownershipFundingInfo: z.url(),
})

type Thing = Record<string, unknown>

/** Everything that a page's structured data says, by type. Throws for data that cannot be parsed. */
export function thingsOn(answer: Answer): Thing[] {
  const scripts = [...parsed(answer).document.querySelectorAll('script[type="application/ld+json"]')]
  return scripts.flatMap((script) => {
    const data = z.looseObject({ '@context': z.literal('https://schema.org'), '@graph': z.array(z.looseObject({})) })
    return data.parse(JSON.parse(script.textContent ?? ''))['@graph']
  })
}

function isArticle(thing: Thing): boolean {
  return typeof thing['@type'] === 'string' && thing['@type'].endsWith('NewsArticle')
}

/** The pages of articles among what was crawled. */
export function articlePages(crawled: Crawled): Answer[] {
  return [...crawled.values()].filter(({ status, text }) => status === 200 && /"@type":"\w*NewsArticle","@id"/.test(text))
}

/** What is wrong with an article's structured data, in itself and beside what the page shows. */
export function articleDataFaults(answer: Answer, origin: string): string[] {
  const things = thingsOn(answer)
  const found = article.safeParse(things.find(isArticle))
  if (!found.success) return [`${answer.address}: ${z.prettifyError(found.error)}`]
  const { data } = found
  const { document, language } = parsed(answer)
  const shown = [...document.querySelectorAll('main time')].map((time) => time.getAttribute('datetime'))
  const faults: string[] = []
  if (data['@id'] !== `${origin}${answer.address}#article`) faults.push(`calls itself ${data['@id']}`)
  if (data.inLanguage !== language) faults.push(`is in ${data.inLanguage}`)
  if (!shown.includes(data.datePublished)) faults.push(`says ${data.datePublished}, which the page does not show`)
  faults.push(...ratioFaults(data.image ?? []))
  if (!trail.safeParse(things.find((thing) => thing['@type'] === 'BreadcrumbList')).success) faults.push('has no trail')
  return faults.map((fault) => `${answer.address}: ${fault}`)
}

/** A picture stands there in three ratios, large enough, or not at all. */
function ratioFaults(images: z.infer<typeof image>[]): string[] {
  if (images.length === 0) return []
  const ratios = images.map(({ width, height }) => Math.round((Number(width) / Number(height)) * 100))
  const isThree = [100, 133, 178].every((ratio) => ratios.some((one) => Math.abs(one - ratio) <= 2))
  const isLarge = images.every(({ width, height }) => Number(width) * Number(height) >= 50_000)
  return [...(isThree ? [] : [`has pictures of ratios ${ratios.join(', ')}`]), ...(isLarge ? [] : ['has small pictures'])]
}

/** Pictures that are offered for licensing though their credit is that of an agency whose pictures we may not pass on. */
export function licenceFaults(answer: Answer, creditNotOurs: RegExp): string[] {
  const pictures = z.array(image).safeParse(thingsOn(answer).find(isArticle)?.image)
  const offered = (pictures.data ?? []).filter(
    (one) => creditNotOurs.test(one.creditText) && (one.acquireLicensePage || one.license),
  )
  return offered.map(({ creditText }) => `${answer.address}: offers to license a picture of ${creditText}`)
}

/** What is wrong with what a home says of the publication. */
export function publicationFaults(answer: Answer): string[] {
  const found = publication.safeParse(thingsOn(answer).find((thing) => thing['@type'] === 'NewsMediaOrganization'))
  return found.success ? [] : [`${answer.address}: ${z.prettifyError(found.error)}`]
}

import type { LookArticle, LookItem, LookPicture, NewsletterLook } from '@/db/newsletter-editions/look'
import type { Language } from '@/lib/languages'

const origin = 'https://meridian.example'

const named: Record<Language, { publication: string; name: string; promise: string }> = {
  en: {
    publication: 'The Meridian',
    name: 'Jerusalem Dispatch',
    promise: 'a weekly letter on the city and the country around it',
  },
  fr: { publication: 'The Meridian', name: 'Dépêche de Jérusalem', promise: 'une lettre hebdomadaire sur la ville et le pays' },
  ar: { publication: 'ميريديان', name: 'رسالة القدس', promise: 'رسالة أسبوعية عن المدينة وما حولها' },
}

/** Pictures of these looks; whoever shows them in a browser serves something there. */
export const somePicture: LookPicture = {
  src: `${origin}/media/old-city.jpeg`,
  width: 800,
  height: 450,
  alt: 'A map of the Old City with its four quarters',
  caption: 'The four quarters of the Old City',
  credit: 'Agency/Photographer',
}

type Told = { headline: string; blurb: string; kicker?: string; byline?: string[]; picture?: LookPicture | null }

function article(language: Language, slug: string, { kicker = '', byline = [], picture = null, ...told }: Told): LookArticle {
  const prefix = language === 'en' ? '' : `/${language}`
  const url = `${origin}${prefix}/news/${encodeURIComponent(slug)}`
  return { kind: 'article', articleId: slug, language, kicker, byline, picture, corrections: [], url, ...told }
}

/** An edition with these items; `frame` is the recipient's language. */
export function someLook(language: Language, items: LookItem[], frame: Language = language): NewsletterLook {
  const { name, promise } = named[language]
  return {
    ...{ editionId: '7b0e0a5e-4f4e-4f8a-9d3a-2f4f3a1f9b11', kind: 'regular', number: 12, corrects: null },
    ...{ language, direction: language === 'ar' ? 'rtl' : 'ltr', frameLanguage: frame },
    newsletter: {
      slug: 'jerusalem-dispatch',
      name,
      promise,
      language,
      postalAddress: '12 Harbour Street\nBeirut 2011',
      countsClicks: false,
    },
    publication: { name: named[frame].publication, origin, timeZone: 'Asia/Beirut' },
    ...{ subject: `${name} – 12`, preheader: '', datedAt: new Date('2026-11-26T05:00:00Z') },
    webUrl: `${origin}${language === 'en' ? '' : `/${language}`}/newsletters/jerusalem-dispatch/12`,
    preferencesUrl: `${origin}${frame === 'en' ? '' : `/${frame}`}/newsletters/preferences`,
    items,
  }
}

const english: LookItem[] = [
  {
    kind: 'text',
    paragraphs: ['Good morning. This week we look at how a city of stone is drinking, and why its maps disagree.'],
  },
  article('en', 'how-jerusalem-drinks', {
    kicker: 'Water',
    headline: 'How Jerusalem drinks: four pipelines and a spring',
    blurb:
      'For three thousand years the city lived off one spring. Today water climbs 800 metres to reach it, and the bill climbs too.',
    byline: ['Rima Saad', 'Daniel Okafor'],
    picture: somePicture,
  }),
  article('en', 'the-map-and-the-wall', {
    headline: 'The map and the wall',
    blurb: 'Why no two maps of the Old City draw its quarters alike – and what the lines leave out.',
    byline: ['Leyla Aydın'],
  }),
  { kind: 'heading', headline: 'Also this week' },
  article('en', 'the-tram', {
    kicker: 'Explainer',
    headline: 'What the tram changed',
    blurb: 'One line, 23 stops, and a question of who rides.',
  }),
  { kind: 'picture', picture: { ...somePicture, alt: '', caption: 'Rainfall since 1950', credit: 'The Meridian' } },
]

const french: LookItem[] = [
  article('fr', 'comment-boit-jerusalem', {
    kicker: 'Eau',
    headline: 'Comment boit Jérusalem : quatre conduites et une source',
    blurb: 'Pendant trois mille ans, la ville a vécu d’une seule source. Aujourd’hui l’eau monte de 800 mètres pour l’atteindre.',
    byline: ['Rima Saad', 'Daniel Okafor'],
    picture: { ...somePicture, caption: 'Les quatre quartiers de la vieille ville', alt: 'Plan de la vieille ville' },
  }),
  { kind: 'heading', headline: 'Et encore' },
  article('fr', 'le-tramway', {
    headline: 'Ce que le tramway a changé',
    blurb: 'Une ligne, 23 arrêts, et la question de qui monte à bord.',
  }),
  { kind: 'text', paragraphs: ['À la semaine prochaine.\nLa rédaction'] },
]

const arabic: LookItem[] = [
  { kind: 'text', paragraphs: ['صباح الخير. نسأل هذا الأسبوع كيف تشرب مدينة من حجر، ولماذا تختلف خرائطها.'] },
  article('ar', 'كيف-تشرب-القدس', {
    kicker: 'المياه',
    headline: 'كيف تشرب القدس: أربعة خطوط ونبع واحد',
    blurb: 'عاشت المدينة ثلاثة آلاف عام على نبع واحد. واليوم يصعد الماء إليها 800 متر، ويصعد معه الثمن.',
    byline: ['ريما سعد', 'دانيال أوكافور'],
    picture: { ...somePicture, caption: 'الأحياء الأربعة في البلدة القديمة', alt: 'خريطة البلدة القديمة بأحيائها الأربعة' },
  }),
  { kind: 'heading', headline: 'وأيضًا هذا الأسبوع' },
  article('ar', 'الترام', {
    kicker: 'شرح',
    headline: 'ما الذي غيّره الترام؟',
    blurb: 'خط واحد و23 محطة، وسؤال عمّن يركب.',
    byline: ['ليلى أيدن'],
  }),
]

const arabicWithNames: LookItem[] = [
  article('ar', 'الخرائط', {
    headline: 'خرائط Google و OpenStreetMap: ماذا ترى كل منهما؟',
    blurb: 'قارنت Rima Saad بين ما ترسمه Google Maps (2026) وما رسمته Survey of Palestine، والنتيجة لا تشبه أيًّا منهما.',
    byline: ['Rima Saad', 'ليلى أيدن'],
    picture: { ...somePicture, caption: 'خريطة من OpenStreetMap', alt: 'خريطة', credit: 'AFP/Rima Saad' },
  }),
  article('en', 'the-tram', {
    headline: 'What the tram changed',
    blurb: 'In English: one line, 23 stops.',
    byline: ['Leyla Aydın'],
  }),
]

const corrected: LookItem[] = [
  { kind: 'text', paragraphs: ['In our last edition we gave a wrong figure. We are sorry.'] },
  {
    ...article('en', 'how-jerusalem-drinks', {
      headline: 'How Jerusalem drinks: four pipelines and a spring',
      blurb: 'For three thousand years the city lived off one spring.',
      byline: ['Rima Saad'],
    }),
    corrections: [
      { type: 'correction', text: 'The water climbs 800 metres, not 8,000.', at: new Date('2026-11-27T09:00:00Z') },
      { type: 'clarification', text: 'The spring lies outside the wall.', at: new Date('2026-11-27T10:00:00Z') },
    ],
  },
]

/** The editions that are kept as they were once looked at, by name. */
export const goldenLooks = {
  english: { ...someLook('en', english), preheader: 'Four pipelines, one spring, and a map that leaves something out' },
  french: { ...someLook('fr', french), subject: 'Dépêche de Jérusalem : comment boit la ville' },
  arabic: {
    ...someLook('ar', arabic),
    subject: 'رسالة القدس: كيف تشرب المدينة',
    preheader: 'أربعة خطوط ونبع، وخريطة ينقصها شيء',
  },
  'arabic-with-latin-names': { ...someLook('ar', arabicWithNames), subject: 'رسالة القدس: ماذا ترى Google Maps؟' },
  'english-in-an-arabic-frame': { ...someLook('en', english, 'ar'), subject: 'Jerusalem Dispatch: how the city drinks' },
  correction: {
    ...someLook('en', corrected),
    ...{ kind: 'correction', number: 13, subject: 'Correction: how Jerusalem drinks' },
    corrects: { number: 12, subject: 'Jerusalem Dispatch – 12', datedAt: new Date('2026-11-26T05:00:00Z') },
  },
} as const satisfies Record<string, NewsletterLook>

/** Ten articles of ordinary length, with a name over each and no pictures. */
export const tenArticles: NewsletterLook = someLook(
  'en',
  Array.from({ length: 10 }, (_, at) =>
    article('en', `story-${at}-how-a-city-of-stone-drinks`, {
      kicker: 'Explainer',
      headline: 'How a city of stone drinks, and who pays for it',
      blurb:
        'For three thousand years the city lived off one spring. Today water climbs 800 metres to reach it, and the bill climbs too.',
      byline: ['Rima Saad'],
    }),
  ),
)

/** What the tests know of the sample publication: one article in three languages, and the series that `prepare` adds. */
export const canal = {
  headline: 'How the Suez Canal works, from anchorage to open sea',
  address: '/explainers/how-suez-canal-works',
  section: 'Explainers',
  author: 'Mariam al-Sayegh',
  topic: 'Egypt',
  month: 'November 2026',
  day: '18 November 2026',
}

/** A series of 2012, a day apart: it stands behind everything of the sample. */
export const older = {
  section: 'news',
  topic: 'letters-from-the-office',
  author: { slug: 'ada-archer', name: 'Ada Archer' },
  count: 45,
  /** A newsletter of which so many editions were sent. */
  newsletter: 'turkey-unpacked',
  editions: 22,
  subject: (number: number) => `What was asked in week ${number}`,
  headline: (number: number) => `Letter from the office, number ${number}`,
}

/** Addresses of every kind of page, by edition: what is true of all kinds is tried on each of these. */
export const kindsOfPages = {
  en: [
    '/',
    '/explainers',
    '/explainers/how-suez-canal-works',
    '/topics/egypt',
    '/authors/mariam-al-sayegh',
    '/archive',
    '/archive/2026/11',
    '/archive/2026/11/18',
    '/corrections',
    '/about',
    '/newsletters',
    '/newsletters/jerusalem-dispatch',
    '/newsletters/turkey-unpacked',
    '/newsletters/turkey-unpacked/22',
    '/republish',
    '/search',
    '/search?q=canal&section=explainers',
    '/search?q=zzzzzz',
    '/nowhere',
  ],
  ar: [
    '/ar',
    '/ar/shuruh',
    '/ar/shuruh/kayfa-tamal-qanat-al-suways',
    '/ar/topics/egypt',
    '/ar/authors/mariam-al-sayegh',
    '/ar/archive',
    '/ar/corrections',
    '/ar/about',
    '/ar/newsletters',
    '/ar/republish',
    '/ar/search?q=%D9%82%D9%86%D8%A7%D8%A9',
    '/ar/nowhere',
  ],
}

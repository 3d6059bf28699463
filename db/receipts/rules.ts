/** Where an article has to stand when it has appeared, in the order in which it is looked for. */
export const receiptPlaces = ['page', 'section', 'home', 'feed', 'section_feed', 'sitemap', 'news_sitemap'] as const

/** `absent`: the place shows its newest or chosen only, and the article is rightly not among them. `missing`: it ought to be there and is not. */
export const receiptStates = ['shown', 'absent', 'missing'] as const

/** Days for which receipts are kept. */
export const keptDays = 30

/** Minutes of silence after which an instance is forgotten. */
export const staleMinutes = 5

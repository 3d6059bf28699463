import type { Language } from '../../lib/languages'

export type Section = { id: string; language: Language; slug: string; name: string; description: string; isOpinion: boolean }

/** A section's counterpart in another edition. */
export type SectionTranslation = { language: Language; slug: string }

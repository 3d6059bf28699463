import type { PageFields } from '@/components/desk/pages/page-draft'
import { type TypedEntry, TypedJournal } from '@/components/desk/typed-journal'
import type { Body } from '@/db/body/rules'

/** A standing page as somebody typed it, with the revision it was typed over. */
type TypedPage = { version: number; fields: PageFields; body: Body }

export type PageEntry = TypedEntry<TypedPage>

/** What was typed into standing pages and not saved. */
export const pageJournal = new TypedJournal<TypedPage>('broadsheet-page-journal')

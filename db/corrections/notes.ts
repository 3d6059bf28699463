import { sql } from 'drizzle-orm'
import { corrections } from './schema'

/** What readers are told of a correction. To be asked of approved ones, each of which has its moment. */
export const noteColumns = {
  id: corrections.id,
  type: corrections.type,
  text: corrections.text,
  correctedAt: sql`${corrections.correctedAt}`.mapWith(corrections.correctedAt),
}

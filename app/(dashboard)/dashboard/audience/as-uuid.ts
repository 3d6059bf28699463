import { z } from 'zod'

/** What stands in an address in the place of an id; what is none names nothing, as an unknown one does. */
export function asUuid(typed: string): string {
  return z.uuid().catch('00000000-0000-0000-0000-000000000000').parse(typed)
}

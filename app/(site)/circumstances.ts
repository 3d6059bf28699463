import { headers } from 'next/headers'
import type { Circumstances } from '@/db/subscribers/requests'

/** Where a form was sent from, as the front has corrected it. For limits only. */
export async function readCircumstances(): Promise<Circumstances> {
  return { clientAddress: (await headers()).get('x-forwarded-for') ?? '' }
}

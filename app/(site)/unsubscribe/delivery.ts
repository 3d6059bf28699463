import { connection } from 'next/server'
import { cache } from 'react'
import { findDelivery } from '@/db/subscribers/leaving'

/** Stands for every token when the site is built; the front lets nobody ask for it. */
export const shellToken = '__shell'

/** What a delivery's address shows now, read once for the document and its content. Nothing of it is ever kept. */
export const readDelivery = cache(async (token: string) => {
  await connection()
  return findDelivery(token)
})

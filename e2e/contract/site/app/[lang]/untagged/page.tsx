import { cacheLife } from 'next/cache'
import { database } from '../../../rows'

export const ensureStatic = 'navigation'

export default async function Untagged({ params }: { params: Promise<{ lang: string }> }) {
  const { lang } = await params
  if (lang === '__shell') return null
  return <main>{await count()}</main>
}

async function count(): Promise<string> {
  'use cache'
  cacheLife('published')
  const [row] = await database()`select nextval('contract_drawn') as drawn`
  return `drawn ${row?.drawn}`
}

import { connection } from 'next/server'
import { readRow } from '../../../rows'

export const instant = false

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ q?: string }> }

export default async function Search({ params, searchParams }: Props) {
  await connection()
  const { lang } = await params
  const row = await readRow(`/${lang}`)
  const { q } = await searchParams
  return (
    <main>
      {row?.words}, asked for {q}
    </main>
  )
}

export async function generateMetadata({ searchParams }: Props) {
  const { q } = await searchParams
  return { title: `Search for ${q}` }
}

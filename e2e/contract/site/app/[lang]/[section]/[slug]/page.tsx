import { permanentRedirect } from 'next/navigation'
import { writeLetter } from '../../../../actions'
import { readRow } from '../../../../rows'

export const ensureStatic = 'navigation'

type Props = { params: Promise<{ lang: string; section: string; slug: string }> }

export default async function Article({ params }: Props) {
  const { lang, section, slug } = await params
  if (slug === '__shell') return null
  const row = await readRow(`/${lang}/${decodeURIComponent(section)}/${decodeURIComponent(slug)}`)
  if (row?.movedTo) permanentRedirect(row.movedTo)
  if (row?.status !== 200) return <main data-status={row?.status ?? 404}>Nothing but {row?.words ?? 'absence'}</main>

  return (
    <main>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ name: row.words }) }} />
      <script type="module" src="/reader/own.js" />
      <h1>{row.words}</h1>
      <form action={writeLetter}>
        <input name="letter" />
        <button type="submit">Send</button>
      </form>
    </main>
  )
}

export async function generateMetadata({ params }: Props) {
  const { lang, section, slug } = await params
  if (slug === '__shell') return {}
  const row = await readRow(`/${lang}/${decodeURIComponent(section)}/${decodeURIComponent(slug)}`)
  return { title: row?.words ?? 'Not here' }
}

export function generateStaticParams() {
  return [{ section: '__shell', slug: '__shell' }]
}

import { readRow } from '../../rows'

export const ensureStatic = 'navigation'

export default async function Home({ params }: { params: Promise<{ lang: string }> }) {
  const { lang } = await params
  if (lang === '__shell') return null
  const row = await readRow(`/${lang}`)
  return <main>{row?.words}</main>
}

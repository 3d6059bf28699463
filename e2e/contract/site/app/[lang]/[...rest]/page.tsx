import { readRow } from '../../../rows'

export const ensureStatic = 'navigation'

export default async function Anything({ params }: { params: Promise<{ lang: string; rest: string[] }> }) {
  const { lang, rest } = await params
  if (rest[0] === '__shell') return null
  await readRow(`/${lang}/${rest.map(decodeURIComponent).join('/')}`)
  return <main data-status="404">Nothing at this address</main>
}

export function generateStaticParams() {
  return [{ rest: ['__shell'] }]
}

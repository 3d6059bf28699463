import type { ReactNode } from 'react'
import { readRow } from '../../../rows'

/** Tagged, as a masthead is: what stands around a page with request-time parts must not make it look keepable. */
export default async function SearchLayout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const { lang } = await params
  const row = lang === '__shell' ? null : await readRow(`/${lang}`)
  return (
    <>
      <header>{row?.words}</header>
      {children}
    </>
  )
}

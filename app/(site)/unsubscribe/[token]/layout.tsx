import type { Viewport } from 'next'
import { rootLanguage } from '@/lib/languages'
import { BuildShell } from '../../build-shell'
import { SiteDocument } from '../../site-document'
import { readDelivery, shellToken } from '../delivery'
import '../../site.css'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

/** The document of the language that the edition was sent in. */
export default async function UnsubscribeLayout({ children, params }: LayoutProps<'/unsubscribe/[token]'>) {
  const { token } = await params
  if (token === shellToken) return <BuildShell>{children}</BuildShell>
  const shown = await readDelivery(token)
  return <SiteDocument language={shown?.language ?? rootLanguage}>{children}</SiteDocument>
}

export function generateStaticParams() {
  return [{ token: shellToken }]
}

import type { Viewport } from 'next'
import { isLanguage } from '@/lib/languages'
import { BuildShell } from '../build-shell'
import { SiteDocument } from '../site-document'
import '../site.css'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default async function SiteLayout({ children, params }: LayoutProps<'/[lang]'>) {
  const { lang: language } = await params
  return isLanguage(language) ? <SiteDocument language={language}>{children}</SiteDocument> : <BuildShell>{children}</BuildShell>
}

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}

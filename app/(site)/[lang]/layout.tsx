import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { isLanguage } from '@/lib/languages'
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

/** What the build draws in place of a real edition: it has no database, and nobody is served it. */
function BuildShell({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}

import type { Viewport } from 'next'
import { PreviewBar } from '@/components/site/preview-bar'
import { rootLanguage } from '@/lib/languages'
import { BuildShell } from '../../build-shell'
import { getSite } from '../../content'
import { SiteDocument } from '../../site-document'
import { readPreview, shellToken } from '../preview'
import '../../site.css'
import '../../look/preview.css'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

/** The document of the edition that the previewed article is of, with a bar that tells what it is. */
export default async function PreviewLayout({ children, params }: LayoutProps<'/preview/[token]'>) {
  const { token } = await params
  if (token === shellToken) return <BuildShell>{children}</BuildShell>
  const shown = await readPreview(token)
  if (shown.kind !== 'open') return <SiteDocument language={rootLanguage}>{children}</SiteDocument>
  const { article, until } = shown
  const { settings } = await getSite(article.language)
  const bar = (
    <PreviewBar language={article.language} revisionNumber={article.revisionNumber} until={until} timeZone={settings.timeZone} />
  )
  return (
    <SiteDocument language={article.language} notice={bar} opensBeside>
      {children}
    </SiteDocument>
  )
}

export function generateStaticParams() {
  return [{ token: shellToken }]
}

import type { Metadata } from 'next'
import { NotHere } from '@/components/site/not-here'
import { PreviewEnded } from '@/components/site/preview-ended'
import { rootLanguage } from '@/lib/languages'
import { articleMetadata } from '../../article-metadata'
import { ArticleView } from '../../article-view'
import { getSite } from '../../content'
import { readPreview, shellToken } from '../preview'

export const instant = false

type Props = PageProps<'/preview/[token]'>

export default async function PreviewPage({ params }: Props) {
  const { token } = await params
  if (token === shellToken) return null
  const shown = await readPreview(token)
  switch (shown.kind) {
    case 'open':
      return <ArticleView article={shown.article} />
    case 'ended':
      return <PreviewEnded language={rootLanguage} />
    case 'unknown':
      return <NotHere language={rootLanguage} />
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  if (token === shellToken) return {}
  const robots = { index: false, follow: false, nocache: true }
  const shown = await readPreview(token)
  if (shown.kind !== 'open') return { robots }
  const { settings } = await getSite(shown.article.language)
  const { title, icons, formatDetection, metadataBase } = articleMetadata(shown.article, settings)
  // Nothing that leads others to where it is going to stand.
  return { title, icons, formatDetection, metadataBase, robots }
}

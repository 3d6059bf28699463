import type { ReactNode } from 'react'
import { directionOf, type Language } from '@/lib/languages'
import { getBanner, getSite } from './content'
import { SiteFrame } from './site-frame'

type Props = {
  language: Language
  /** What stands above everything else. */
  notice?: ReactNode
  /** For a document that nobody finds again: its links open in another window. */
  opensBeside?: boolean
  children: ReactNode
}

/** A whole document of an edition: the page with what stands around it. */
export async function SiteDocument({ language, notice, opensBeside = false, children }: Props) {
  const [site, banner] = await Promise.all([getSite(language), getBanner(language)])
  return (
    <html lang={language} dir={directionOf(language)}>
      {opensBeside && (
        <head>
          <base target="_blank" />
        </head>
      )}
      <body>
        {notice}
        <SiteFrame language={language} site={site} banner={banner}>
          {children}
        </SiteFrame>
      </body>
    </html>
  )
}

import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { type ReactNode, Suspense } from 'react'
import { directionOf } from '@/lib/languages'
import { readLanguage } from './session'
import './look/dashboard.css'
import './look/desk.css'
import './look/article.css'
import './look/editor.css'
import './look/revisions.css'
import './look/media.css'
import './look/workflow.css'
import './look/corrections.css'
import './look/translations.css'
import './look/list.css'
import './look/calendar.css'
import './look/front.css'
import './look/settings.css'
import './look/people.css'
import './look/places.css'
import './look/audience.css'
import './look/newsletters.css'

const sans = new URL('../(site)/fonts/sans.woff2', import.meta.url).pathname
const naskh = new URL('../(site)/fonts/naskh.woff2', import.meta.url).pathname

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

/** Pages of the staff are drawn for each request: there is nothing to show before. */
export const instant = false

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The whole document waits for its request: so every script in it carries the request's nonce, and nothing waits hidden for a script. */
export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <Document>{children}</Document>
    </Suspense>
  )
}

async function Document({ children }: { children: ReactNode }) {
  await connection()
  const language = await readLanguage()
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>
        <link rel="preload" as="font" type="font/woff2" href={language === 'ar' ? naskh : sans} crossOrigin="anonymous" />
        {children}
      </body>
    </html>
  )
}

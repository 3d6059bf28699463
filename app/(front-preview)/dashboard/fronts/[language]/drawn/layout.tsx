import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { directionOf } from '@/lib/languages'
import '../../../../../(site)/site.css'

type Props = LayoutProps<'/dashboard/fronts/[language]/drawn'>

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The readers' document around a front that is being arranged. Its links open beside it: what they lead to cannot stand in a frame. */
export default function DrawnLayout(props: Props) {
  return (
    <Suspense>
      <Document {...props} />
    </Suspense>
  )
}

/** Next wants one name at build for the parameter of a root layout. Nothing is drawn for it: everything waits for a request. */
export function generateStaticParams() {
  return [{ language: '__shell' }]
}

async function Document({ children, params }: Props) {
  await connection()
  const { language } = await params
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  )
}

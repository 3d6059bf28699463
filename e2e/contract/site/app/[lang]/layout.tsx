import type { ReactNode } from 'react'
import './look.css'

export default async function Layout({ children, params }: { children: ReactNode; params: Promise<{ lang: string }> }) {
  const { lang } = await params
  return (
    <html lang={lang === '__shell' ? 'en' : lang}>
      <body>{children}</body>
    </html>
  )
}

export function generateStaticParams() {
  return [{ lang: '__shell' }]
}

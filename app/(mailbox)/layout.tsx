import type { Metadata, Viewport } from 'next'
import './mailbox.css'

export const metadata: Metadata = { title: 'Mailbox', robots: { index: false, follow: false } }

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default function MailboxLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" dir="ltr">
      <body>{children}</body>
    </html>
  )
}

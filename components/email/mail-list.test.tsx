import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { MailList } from '@/components/email/mail-list'

test('The mailbox shows what mails say, with links that can be followed, and no markup of theirs', () => {
  assert.match(renderToStaticMarkup(<MailList mails={[]} />), /There is no mail yet/)
  const mail = { id: '1', keptAt: new Date('2026-11-22T12:00:00Z'), to: 'ada@example.org', subject: '<b>مرحبا', language: 'ar' }
  const text = 'a <script>\nhttp://localhost:3000/sign-in/abc\njavascript:alert(1) https://x.example/?a=1&b="2'
  const html = renderToStaticMarkup(<MailList mails={[{ ...mail, text }]} />)
  assert.deepEqual(html.match(/href="[^"]*"/g), [
    'href="http://localhost:3000/sign-in/abc"',
    'href="https://x.example/?a=1&amp;b="',
  ])
  assert.match(html, /<h2 lang="ar" dir="rtl">&lt;b&gt;مرحبا<\/h2>/)
  assert.doesNotMatch(html, /<script/)
})

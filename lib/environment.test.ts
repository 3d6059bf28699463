import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

function read(environment: Record<string, string>) {
  const script = `import('${join(import.meta.dirname, 'environment.ts')}').then(({ readEnvironment }) => console.log(readEnvironment().PORT))`
  const given = { NODE_ENV: 'test' as const, PATH: process.env.PATH, ...environment }
  return spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { env: given, encoding: 'utf8' })
}

const DATABASE_URL = 'postgres://somebody@127.0.0.1/broadsheet'

test('a missing variable is one sentence that names it, and exit 1', () => {
  const { status, stderr, stdout } = read({})
  assert.equal(status, 1)
  assert.equal(stderr, 'DATABASE_URL is not set. See the README, "Environment".\n')
  assert.equal(stdout, '')
})

const smtpSentence = 'SMTP_URL must be smtp://NAME:PASSWORD@HOST:PORT or smtps://…, percent-encoded.'

test('a wrong variable is one sentence that says what it must be, and exit 1', () => {
  for (const [name, value, sentence] of [
    ['PORT', 'many', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL must be a postgres:// address.'],
    ['PUBLIC_URL', 'ftp://example.org', 'PUBLIC_URL must be an http:// or https:// address.'],
    ['SMTP_URL', 'https://mail.example', smtpSentence],
    ['SMTP_URL', 'smtp://', smtpSentence],
    ['SMTP_URL', 'smtp://mail.example?pool=true', smtpSentence],
    ['SMTP_URL', 'smtp://a:100%@mail.example', smtpSentence],
    ['MAIL_FROM', 'The News', 'MAIL_FROM must be an e-mail address, or NAME <ADDRESS>.'],
    ['MAIL_FROM', 'a@news.example, b@news.example', 'MAIL_FROM must be an e-mail address, or NAME <ADDRESS>.'],
    ['MAIL_FROM', 'A\r\nBcc: b <a@news.example>', 'MAIL_FROM must be an e-mail address, or NAME <ADDRESS>.'],
    ['BOUNCE_DOMAIN', 'localhost', 'BOUNCE_DOMAIN must be the name of a domain.'],
    ['BOUNCE_LISTEN', '2525', 'BOUNCE_LISTEN must be HOST:PORT.'],
    ['BOUNCE_LISTEN', '0.0.0.0:99999', 'BOUNCE_LISTEN must be HOST:PORT.'],
    ['POSTMARK_WEBHOOK_SECRET', 'short', 'POSTMARK_WEBHOOK_SECRET must have 16 characters or more.'],
    ['DKIM_SELECTOR', 'a b', 'DKIM_SELECTOR must be a DKIM selector.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
  ] as const) {
    const { status, stderr } = read({ DATABASE_URL, [name]: value })
    assert.equal(status, 1)
    assert.equal(stderr, `${sentence} See the README, "Environment".\n`)
  }
})

test('whoever sends by a mail server says from whom', () => {
  assert.equal(
    read({ DATABASE_URL, SMTP_URL: 'smtp://localhost' }).stderr,
    'MAIL_FROM is not set. See the README, "Environment".\n',
  )
  assert.equal(
    read({ DATABASE_URL, SMTP_URL: 'smtps://a:b@mail.example:465', MAIL_FROM: 'The News <news@news.example>' }).status,
    0,
  )
})

test('whoever takes what bounces says for which domain', () => {
  const sentence = 'BOUNCE_DOMAIN is not set. See the README, "Environment".\n'
  assert.equal(read({ DATABASE_URL, BOUNCE_LISTEN: '0.0.0.0:2525' }).stderr, sentence)
  assert.equal(read({ DATABASE_URL, BOUNCE_LISTEN: '[::1]:2525', BOUNCE_DOMAIN: 'bounces.news.example' }).status, 0)
})

test('what is set to nothing is not set', () => {
  assert.equal(read({ DATABASE_URL, PORT: '' }).stdout.trim(), '3000')
})

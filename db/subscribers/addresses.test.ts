import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressHashOf, readAddress, readableAddress } from './addresses'

test('An address is kept as typed but for its domain, and compared in lower case', () => {
  assert.deepEqual(readAddress('  Ada.Lovelace+news@Reader.EXAMPLE '), {
    address: 'Ada.Lovelace+news@reader.example',
    normal: 'ada.lovelace+news@reader.example',
  })
  assert.equal(readAddress('a@bücher.example')?.address, 'a@xn--bcher-kva.example')
  assert.equal(readableAddress('a@xn--bcher-kva.example'), 'a@bücher.example')
  assert.equal(readAddress('ليلى@مثال.إختبار')?.address, 'ليلى@xn--mgbh0fb.xn--kgbechtv')
  // One letter of one code point or of two is the same letter.
  assert.equal(readAddress('re\u0301mi@a.example')?.normal, readAddress('r\u00e9mi@a.example')?.normal)
})

test('What no mail can be sent to is none', () => {
  const wrong = [
    '',
    'ada',
    '@reader.example',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@reader..example',
    'ada@-reader.example',
    '.ada@reader.example',
    'a..da@reader.example',
    'ada lovelace@reader.example',
    'ada@reader.example, eve@reader.example',
    'ada@reader.example\r\nBcc: eve@reader.example',
    'ada\u0000@reader.example',
    '"ada"@reader.example',
    'Ada <ada@reader.example>',
    `${'a'.repeat(65)}@reader.example`,
    `${'é'.repeat(33)}@reader.example`,
    `ada@${'a'.repeat(64)}.example`,
    `ada@${'abcdefghi.'.repeat(26)}example`,
  ]
  for (const typed of wrong) assert.equal(readAddress(typed), null, JSON.stringify(typed))
})

test('A hash stands for an address and shows nothing of it', () => {
  assert.match(addressHashOf('ada@reader.example'), /^[\w-]{43}$/)
  assert.notEqual(addressHashOf('ada@reader.example'), addressHashOf('ada@reader.examplf'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeTable } from './decode-table'
import { importLimits } from './import-rules'
import { readImportFile } from './read-import'

const now = new Date('2026-11-28T08:00:00Z')
const read = (bytes: Buffer | string) => readImportFile(Buffer.from(bytes), now)
const linesOf = (bytes: Buffer | string) => {
  const file = read(bytes)
  assert.ok(file.ok, JSON.stringify(file))
  return file.lines.map((one) =>
    'fault' in one
      ? [one.line, one.fault]
      : [one.line, one.address.address, one.language, one.confirmedAt?.toISOString() ?? null],
  )
}
const refusalOf = (bytes: Buffer | string) => {
  const file = read(bytes)
  return file.ok ? 'read' : [file.fault, file.line]
}
const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test('The columns are found by their names in three languages, or by the first address', () => {
  const wanted = [
    [2, 'ada@reader.example', 'fr', '2020-05-01T00:00:00.000Z'],
    [3, 'Eve@reader.example', null, null],
  ]
  assert.deepEqual(
    linesOf('Email,Language,confirmed_at,name\r\nada@reader.example,fr-FR,2020-05-01,Ada\r\nEve@Reader.example,de,,\r\n'),
    wanted,
  )
  assert.deepEqual(
    linesOf('nom;Adresse e-mail;langue;date de confirmation\nx;ada@reader.example;FR;2020-05-01\n;Eve@reader.example;;\n'),
    wanted,
  )
  assert.deepEqual(
    linesOf('اللغة\tالبريد الإلكتروني\tتاريخ التأكيد\nfr\tada@reader.example\t2020-05-01\n\tEve@reader.example'),
    wanted,
  )
  assert.deepEqual(linesOf('Ada,ada@reader.example\nEve,eve@reader.example'), [
    [1, 'ada@reader.example', null, null],
    [2, 'eve@reader.example', null, null],
  ])
})

test('A faulty line is told by its number, and the others are read', () => {
  const file =
    'email,confirmed_at\nada@reader.example,2020-02-31\n\n,2020-01-01\nnobody,\nx@reader.example,2027-01-01\ny@reader.example,01/02/2020\n"a@b.example, c@d.example",\nz@reader.example,2020-01-01 10:00\n'
  assert.deepEqual(linesOf(file), [
    [2, 'bad-date'],
    [4, 'no-address'],
    [5, 'bad-address'],
    [6, 'future-date'],
    [7, 'bad-date'],
    [8, 'bad-address'],
    [9, 'z@reader.example', null, '2020-01-01T10:00:00.000Z'],
  ])
})

test('Moments are read with their zones', () => {
  const of = (typed: string) => linesOf(`email;confirmed at\na@reader.example;${typed}`)[0]?.at(-1)
  assert.equal(of('2020-01-01T10:00:00+02:00'), '2020-01-01T08:00:00.000Z')
  assert.equal(of('2020-01-01 10:00:00 UTC'), '2020-01-01T10:00:00.000Z')
  assert.equal(of('2020-01-01 10:00:00.123456Z'), '2020-01-01T10:00:00.123Z')
  assert.equal(of('2020-01-01 10:00:00 +0200'), '2020-01-01T08:00:00.000Z')
  assert.equal(of('2020-13-01'), 'bad-date')
})

test('UTF-8, UTF-16 and Windows-1252 hold the same addresses', () => {
  const text = 'email,name\nrémi@reader.example,Rémi\n'
  const wanted = [[2, 'rémi@reader.example', null, null]]
  assert.deepEqual(linesOf(text), wanted)
  assert.deepEqual(linesOf(`\ufeff${text}`), wanted)
  assert.deepEqual(linesOf(wide(text, 'le')), wanted)
  assert.deepEqual(linesOf(wide(text, 'be')), wanted)
  assert.deepEqual(linesOf(Buffer.from(text, 'latin1')), wanted)
})

test('A file of 200,000 lines with one broken byte is refused whole, with its line', () => {
  const lines = Array.from({ length: importLimits.lines }, (_, at) => `reader-${at}@reader.example,Zoé`)
  const whole = Buffer.from(`email,name\n${lines.join('\n')}\n`)
  const file = read(whole)
  assert.ok(file.ok && file.lines.length === importLimits.lines)
  const place = whole.indexOf('reader-150000@')
  whole[place] = 0xe9
  assert.deepEqual(refusalOf(whole), ['encoding', 150_002])
  assert.deepEqual(refusalOf(Buffer.from(`email\n${'a@reader.example\n'.repeat(importLimits.lines + 1)}`)), [
    'too-many-lines',
    null,
  ])
})

test('What cannot be read is refused with a reason and, where there is one, a line', () => {
  assert.deepEqual(refusalOf(''), ['empty', null])
  assert.deepEqual(refusalOf('email\n'), ['empty', null])
  assert.deepEqual(refusalOf('name,town\nAda,London\n'), ['no-address-column', 1])
  assert.deepEqual(refusalOf('email\na@reader.example\nb@reader\0.example\n'), ['encoding', 3])
  assert.deepEqual(refusalOf(Buffer.from('email\nr\x81mi@reader.example\n', 'latin1')), ['encoding', 2])
  assert.deepEqual(refusalOf(wide('email\na@reader.example\n', 'le').subarray(0, -1)), ['encoding', 2])
  assert.deepEqual(refusalOf('email\n"a@reader.example\n'), ['quotes', 2])
  assert.deepEqual(refusalOf(Buffer.alloc(importLimits.bytes + 1, 'a')), ['too-large', null])
})

test('Whatever text is written in UTF-8 or UTF-16 comes back as it was', () => {
  const plain = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !/[\0\ufffd\ufeff]/.test(text))
  fc.assert(
    fc.property(plain, (text) => {
      assert.deepEqual(decodeTable(Buffer.from(text)), { ok: true, text, encoding: 'utf-8' })
      for (const order of ['le', 'be'] as const)
        assert.deepEqual(decodeTable(wide(text, order)), { ok: true, text, encoding: 'utf-16' })
    }),
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void readImportFile(Buffer.from(bytes), now)))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRedirectFile, redirectFileLimits } from './read-csv'

const read = (text: string) => readRedirectFile(Buffer.from(text))
const linesOf = (text: string) => {
  const file = read(text)
  assert.ok(file.ok, JSON.stringify(file))
  return file.lines.map((one) => ('cells' in one ? [one.line, one.cells] : [one.line, one.from, one.to]))
}

test('commas, semicolons and tabs part the cells, with or without a head and a byte order mark', () => {
  const wanted = [
    [2, '/a', '/b'],
    [3, '/c', 'https://other.example/?x=1,2'],
  ]
  assert.deepEqual(linesOf('\ufefffrom,to\r\n/a,/b\r\n/c,"https://other.example/?x=1,2"\r\n'), wanted)
  assert.deepEqual(linesOf('from;to\n/a;/b\n/c;https://other.example/?x=1,2\n'), wanted)
  assert.deepEqual(linesOf('ancienne\tnouvelle\n/a\t/b\n/c\thttps://other.example/?x=1,2'), wanted)
  assert.deepEqual(linesOf('/قديم,/جديد'), [[1, '/قديم', '/جديد']])
})

test('a line with another number of cells is told by its number; empty ones are nothing', () => {
  assert.deepEqual(linesOf('/a,/b\n\n/c\n/d,/e,/f\n,,\n/g,/h,,\n'), [
    [1, '/a', '/b'],
    [3, 1],
    [4, 3],
    [6, '/g', '/h'],
  ])
})

test('what cannot be read is refused with a reason', () => {
  const faultOf = (bytes: Uint8Array) => {
    const file = readRedirectFile(bytes)
    return file.ok ? 'none' : file.fault
  }
  assert.equal(faultOf(Buffer.from('/caf\xe9,/b', 'latin1')), 'encoding')
  assert.equal(faultOf(Buffer.from('\ufeff/a,/b', 'utf16le')), 'encoding')
  assert.equal(faultOf(Buffer.from('/a,/b\0')), 'encoding')
  assert.equal(faultOf(Buffer.from('from,to\n')), 'empty')
  assert.equal(faultOf(Buffer.from('')), 'empty')
  assert.equal(faultOf(Buffer.from('/a,"/b\n/c,/d\n')), 'quotes')
  assert.equal(faultOf(Buffer.alloc(redirectFileLimits.bytes + 1, 'a')), 'too-large')
  const many = (count: number) => Buffer.from(`from,to\n${'/a,/b\n'.repeat(count)}`)
  assert.equal(faultOf(many(redirectFileLimits.lines)), 'none')
  assert.equal(faultOf(many(redirectFileLimits.lines + 1)), 'too-many-lines')
})

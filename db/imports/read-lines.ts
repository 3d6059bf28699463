import { createReadStream } from 'node:fs'

/** A line of a file; `bytes` is null for one that is longer than the limit, of which no more than its length was kept. */
export type Line = { number: number; bytes: Buffer | null; length: number }

const newline = 10

/**
 * The lines of a file, one by one. A line longer than `limit` bytes is passed over without being collected, so that no file can
 * fill the memory. `onBytes` is told what has been read.
 */
export async function* readLines(path: string, limit: number, onBytes: (bytes: number) => void): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  const finish = (): Line => {
    const line = { number, bytes: length > limit ? null : Buffer.concat(parts), length }
    parts = []
    length = 0
    number += 1
    return line
  }
  const add = (part: Buffer) => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = Buffer.from(chunk)
    onBytes(bytes.length)
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      add(bytes.subarray(from, end))
      from = end + 1
      yield finish()
    }
    add(bytes.subarray(from))
  }
  if (length > 0) yield finish()
}

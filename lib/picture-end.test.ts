import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureEnd } from './picture-end'
import { sharp } from './sharp'

const source = sharp({
  create: { width: 90, height: 60, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
})
const frames = [await source.clone().png().toBuffer(), await source.clone().negate().png().toBuffer()]
const pictures = [
  ['jpeg', await source.clone().jpeg().toBuffer()],
  ['jpeg', await source.clone().jpeg({ progressive: true }).withXmp('<x/>').toBuffer()],
  ['png', await source.clone().png().toBuffer()],
  ['png', await source.clone().png({ palette: true, progressive: true }).toBuffer()],
  ['webp', await source.clone().webp().toBuffer()],
  ['webp', await source.clone().webp({ lossless: true }).withXmp('<x/>').toBuffer()],
  ['avif', await source.clone().avif({ effort: 0 }).withXmp('<x/>').toBuffer()],
  ['gif', await source.clone().gif().toBuffer()],
  [
    'gif',
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  ],
] as const

for (const [format, bytes] of pictures)
  test(`The end of a ${format} of ${bytes.length} bytes is found, whatever stands behind it`, () => {
    assert.equal(pictureEnd(bytes, format), bytes.length)
    for (const more of ['x', '\xff\xd9', 'IEND', bytes.toString('latin1')])
      assert.equal(pictureEnd(Buffer.concat([bytes, Buffer.from(more, 'latin1')]), format), bytes.length, format)
  })

test('Where a picture is cut off there is no end, and no reading beyond it', () => {
  for (const [format, bytes] of pictures)
    for (const length of [14, 20, bytes.length >> 1, bytes.length - 3]) {
      const end = pictureEnd(bytes.subarray(0, length), format)
      assert.ok(end === null || end <= length, `${format} of ${length} bytes`)
    }
})

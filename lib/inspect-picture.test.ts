import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspectPicture } from './inspect-picture'
import { sharp } from './sharp'

const noise = await sharp({
  create: { width: 300, height: 200, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
})
  .png()
  .toBuffer()

const files = {
  jpeg: await sharp(noise).jpeg().toBuffer(),
  png: noise,
  webp: await sharp(noise).webp().toBuffer(),
  avif: await sharp(noise).avif({ effort: 0 }).toBuffer(),
  gif: await sharp(noise).gif().toBuffer(),
}

async function reasonAgainst(bytes: Uint8Array): Promise<string> {
  const inspection = await inspectPicture(bytes)
  return inspection.kind === 'refused' ? inspection.reason : 'taken'
}

for (const [format, bytes] of Object.entries(files)) {
  test(`${format} is taken, with its size`, async () => {
    const expected = { kind: 'picture', format, mimeType: `image/${format}`, width: 300, height: 200, frames: 1 }
    assert.deepEqual(await inspectPicture(bytes), expected)
  })

  test(`${format} that is cut off is refused, wherever it was cut`, async () => {
    for (const part of [0.05, 0.5, 0.95, 0.999])
      assert.match(await reasonAgainst(bytes.subarray(0, Math.floor(bytes.length * part))), /cut off or damaged/, String(part))
  })
}

test('The size is the one seen, when the camera was held upright', async () => {
  const upright = await sharp(noise).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const inspection = await inspectPicture(upright)
  assert.ok(inspection.kind === 'picture')
  assert.deepEqual([inspection.width, inspection.height], [200, 300])
})

const svg = Buffer.from(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
)

test('SVG and what is no picture are refused by their content', async () => {
  assert.match(await reasonAgainst(svg), /SVG/)
  assert.match(await reasonAgainst(Buffer.from('%PDF-1.7\n')), /not a picture/)
  assert.match(await reasonAgainst(Buffer.from('<!doctype html><title>x</title>')), /not a picture/)
  assert.match(await reasonAgainst(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')), /HEIC/)
  assert.match(await reasonAgainst(new Uint8Array()), /empty/)
})

test('Files that are a picture and something else are refused', async () => {
  const zipEnd = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
  const stowaways = {
    'web page': svg,
    program: Buffer.from('<?php system("id");'),
    PDF: Buffer.from('\n%PDF-1.4\n'),
    ZIP: zipEnd,
  }
  for (const [name, stowaway] of Object.entries(stowaways))
    for (const bytes of Object.values(files))
      assert.match(await reasonAgainst(Buffer.concat([bytes, stowaway])), new RegExp(name))
})

test('A first line alone makes no picture', async () => {
  assert.match(await reasonAgainst(Buffer.from('\xff\xd8\xff\xe0 and then words', 'latin1')), /cut off or damaged/)
  assert.match(await reasonAgainst(Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')), /cut off or damaged/)
})

test('Small files that unfold to more than 50 megapixels are refused with their size', async () => {
  const bomb = await sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  assert.ok(bomb.length < 1_000_000)
  assert.match(await reasonAgainst(bomb), /10000 × 5001 pixels/)
})

test('An SVG is not drawn even when it is handed to the decoder', async () => {
  await assert.rejects(sharp(svg).png().toBuffer(), /unsupported/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { sharp } from './sharp'
import { type PictureRights, xmpPacket } from './xmp'

const rights: PictureRights = {
  creator: 'Sana Qasim',
  credit: 'Halyard Pictures/Sana Qasim',
  copyrightNotice: '© 2015 The Meridian',
  usageTerms: 'Not for resale',
  licenceUrl: 'https://example.org/republish',
  licensor: { name: 'The Meridian', url: 'https://example.org/republish' },
  training: 'prohibited',
}

/** Read as any XML reader would, and given by the names of elements. */
function read(packet: string): Record<string, string> {
  const { document } = parseHTML(`<html><body>${packet.replace(/<\?.*?\?>/g, '')}</body></html>`)
  const leaves = [...document.querySelectorAll('*')].filter(
    (element) => /:/.test(element.localName) && !element.localName.startsWith('rdf:'),
  )
  return Object.fromEntries(leaves.map((element) => [element.localName.toLowerCase(), element.textContent ?? '']))
}

test('Each right stands in its field', () => {
  const fields = read(xmpPacket(rights))
  assert.equal(fields['dc:creator'], 'Sana Qasim')
  assert.equal(fields['photoshop:credit'], 'Halyard Pictures/Sana Qasim')
  assert.equal(fields['dc:rights'], '© 2015 The Meridian')
  assert.equal(fields['xmprights:usageterms'], 'Not for resale')
  assert.equal(fields['xmprights:webstatement'], 'https://example.org/republish')
  assert.equal(fields['plus:licensorurl'], 'https://example.org/republish')
  assert.equal(fields['plus:datamining'], 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING')
})

test('What nobody may license names no licence', () => {
  const packet = xmpPacket({ ...rights, licenceUrl: null, licensor: null })
  assert.doesNotMatch(packet, /WebStatement|Licensor/)
})

test('Hostile words stay words', () => {
  const hostile = `"/></rdf:li> <script>alert('1')</script> & ]]> \u0000\u0007\ufffe\ud800`
  const packet = xmpPacket({ ...rights, creator: hostile, credit: hostile, copyrightNotice: hostile, usageTerms: hostile })
  for (const forbidden of ['<script', '\u0000', '\u0007', '\ufffe']) assert.ok(!packet.includes(forbidden))
  assert.ok(packet.isWellFormed())
  const expected = `"/></rdf:li> <script>alert('1')</script> & ]]> \ufffd`
  const fields = read(packet)
  for (const name of ['dc:creator', 'photoshop:credit', 'dc:rights', 'xmprights:usageterms']) assert.equal(fields[name], expected)
})

test('Texts of any length fit into a JPEG', async () => {
  const long = '&'.repeat(100_000)
  const packet = xmpPacket({ ...rights, creator: long, credit: long, copyrightNotice: long, usageTerms: long })
  const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .withXmp(packet)
    .jpeg()
    .toBuffer()
  assert.equal((await sharp(file).metadata()).xmp?.toString(), packet)
})

for (const format of ['jpeg', 'webp', 'avif'] as const)
  test(`${format} files carry the packet and nothing of the camera`, async () => {
    const photo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Artist: 'Camera owner' }, IFD3: { GPSLatitude: '31/1 46/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    assert.ok((await sharp(photo).metadata()).exif)
    const packet = xmpPacket(rights)
    const file = await sharp(photo).withXmp(packet).toFormat(format).toBuffer()
    const { exif, iptc, icc, xmp } = await sharp(file).metadata()
    assert.deepEqual([exif, iptc, icc], [undefined, undefined, undefined])
    assert.equal(xmp?.toString(), packet)
    assert.ok(!file.includes('Camera owner') && !file.includes('GPS'))
  })

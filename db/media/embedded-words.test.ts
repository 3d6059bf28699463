import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharp } from '../../lib/sharp'
import { readEmbeddedWords } from './embedded-words'
import { withIptc, xmpOf } from './testing-pictures'

const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a03' } })
const jpeg = await plain.clone().jpeg().toBuffer()

const nothing = {
  ...{ captions: {}, alts: {}, credit: '', creator: '', agency: '', copyrightNotice: '', usageTerms: '' },
  ...{ licenceUrl: null, takenOn: null },
}

const fields = `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The port at dawn</rdf:li><rdf:li xml:lang="ar">الميناء عند الفجر</rdf:li><rdf:li xml:lang="fr-FR">Le port à l’aube</rdf:li></rdf:Alt></dc:description>
  <dc:creator><rdf:Seq><rdf:li>Sana Qasim</rdf:li><rdf:li>Nour Khalil</rdf:li></rdf:Seq></dc:creator>
  <photoshop:Credit>Halyard &amp; Sons</photoshop:Credit><photoshop:Source>Halyard</photoshop:Source>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Halyard</rdf:li></rdf:Alt></dc:rights>
  <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">No archive</rdf:li></rdf:Alt></xmpRights:UsageTerms>
  <photoshop:Instructions>NO USE FRANCE</photoshop:Instructions>
  <xmpRights:WebStatement>https://halyard.example/terms</xmpRights:WebStatement>
  <photoshop:DateCreated>2026-10-13T06:12:00+03:00</photoshop:DateCreated>
  <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="en-GB">Boats in a harbour</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`

const expected = {
  captions: { en: 'The port at dawn', ar: 'الميناء عند الفجر', fr: 'Le port à l’aube' },
  alts: { en: 'Boats in a harbour' },
  credit: 'Halyard & Sons',
  creator: 'Sana Qasim, Nour Khalil',
  agency: 'Halyard',
  copyrightNotice: '© 2026 Halyard',
  usageTerms: 'No archive\nNO USE FRANCE',
  licenceUrl: 'https://halyard.example/terms',
  takenOn: '2026-10-13',
}

test('XMP is read in each language, in every format that can carry it', async () => {
  const xmp = xmpOf(fields)
  for (const bytes of [
    await plain.clone().withXmp(xmp).jpeg().toBuffer(),
    await plain.clone().withXmp(xmp).png().toBuffer(),
    await plain.clone().withXmp(xmp).webp().toBuffer(),
  ])
    assert.deepEqual(await readEmbeddedWords(bytes, 'en'), expected)
})

test('A caption without a language is in that of its letters, else in that of whoever brings it', async () => {
  const described = (text: string) =>
    xmpOf(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></dc:description>`)
  const read = async (text: string, language: 'en' | 'fr' | 'ar') =>
    (await readEmbeddedWords(await plain.clone().withXmp(described(text)).jpeg().toBuffer(), language)).captions
  assert.deepEqual(await read('القاهرة، 13 أكتوبر', 'en'), { ar: 'القاهرة، 13 أكتوبر' })
  assert.deepEqual(await read('Le Caire', 'fr'), { fr: 'Le Caire' })
  assert.deepEqual(await read('Cairo', 'ar'), { en: 'Cairo' })
})

const utf8 = '\x1b%G'
const arabic = 'تصوير سناء قاسم'
const windows1256 = Buffer.from([0xca, 0xd5, 0xe6, 0xed, 0xd1, 0x20, 0xd3, 0xe4, 0xc7, 0xc1, 0x20, 0xde, 0xc7, 0xd3, 0xe3])

test('IPTC is read whatever it is written in', async () => {
  const read = async (charset: string | null, caption: Buffer) =>
    (await readEmbeddedWords(withIptc(jpeg, charset, [[120, caption]]), 'fr')).captions
  assert.deepEqual(await read(utf8, Buffer.from(arabic)), { ar: arabic })
  assert.deepEqual(await read(null, Buffer.from(arabic)), { ar: arabic })
  assert.deepEqual(await read(null, windows1256), { ar: arabic })
  assert.deepEqual(await read(null, Buffer.from('L\x92\xe9t\xe9 \xe0 Alep \x96 \x80', 'latin1')), { fr: 'L’été à Alep – €' })
  assert.deepEqual(await read('\x1b-A', Buffer.from('\xe9t\xe9', 'latin1')), { fr: 'été' })
  // Says UTF-8 and is not: a program changed the text and not the sign.
  assert.deepEqual(await read(utf8, Buffer.from('\xe9t\xe9', 'latin1')), { fr: 'été' })
})

test('IPTC fields that repeat or are missing; a credit is made of agency and photographer where there is none', async () => {
  const bytes = withIptc(jpeg, utf8, [
    ...[[80, Buffer.from('Sana Qasim')] as const, [80, Buffer.from('Nour Khalil')] as const],
    ...[[115, Buffer.from('Halyard')] as const, [116, Buffer.from('© Halyard')] as const],
    ...[[40, Buffer.from('Embargoed')] as const, [55, Buffer.from('20261013')] as const],
  ])
  assert.deepEqual(await readEmbeddedWords(bytes, 'en'), {
    ...nothing,
    creator: 'Sana Qasim, Nour Khalil',
    agency: 'Halyard',
    credit: 'Halyard/Sana Qasim, Nour Khalil',
    copyrightNotice: '© Halyard',
    usageTerms: 'Embargoed',
    takenOn: '2026-10-13',
  })
})

test('EXIF counts where nothing else does, and what cameras write by themselves does not', async () => {
  const exif = (ImageDescription: string) => ({
    IFD0: { Artist: 'Sana Qasim', Copyright: 'Sana Qasim 2026', ImageDescription },
    IFD2: { DateTimeOriginal: '2026:10:13 06:12:00' },
    IFD3: { GPSLatitude: '31/1 46/1 0/1', GPSLatitudeRef: 'N' },
  })
  const taken = { creator: 'Sana Qasim', credit: 'Sana Qasim', copyrightNotice: 'Sana Qasim 2026', takenOn: '2026-10-13' }
  const described = await plain.clone().withExif(exif('The port')).jpeg().toBuffer()
  assert.deepEqual(await readEmbeddedWords(described, 'en'), { ...nothing, ...taken, captions: { en: 'The port' } })
  const silent = await plain.clone().withExif(exif('OLYMPUS DIGITAL CAMERA')).jpeg().toBuffer()
  assert.deepEqual(await readEmbeddedWords(silent, 'en'), { ...nothing, ...taken })
})

test('Texts fit their columns: no NUL, no half characters, no endless ones, no address that is none', async () => {
  const caption = Buffer.from(`A\0B \r\n\r\n C${'😀'.repeat(3000)}`)
  const { captions } = await readEmbeddedWords(withIptc(jpeg, utf8, [[120, caption]]), 'en')
  assert.ok(captions.en?.startsWith('A B\n\nC😀'))
  assert.equal([...(captions.en ?? '')].length, 2000)
  const script = xmpOf('<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>')
  assert.equal((await readEmbeddedWords(await plain.clone().withXmp(script).jpeg().toBuffer(), 'en')).licenceUrl, null)
})

test('Notes that are broken, hostile or of another kind are none', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${xmpOf('<photoshop:Credit>&b;&b;</photoshop:Credit>')}`
  for (const xmp of ['<rdf:RDF><unclosed', xmpOf('<dc:description>'), 'not XML at all'])
    assert.deepEqual(await readEmbeddedWords(await plain.clone().withXmp(xmp).jpeg().toBuffer(), 'en'), nothing)
  const { credit } = await readEmbeddedWords(await plain.clone().withXmp(bomb).jpeg().toBuffer(), 'en')
  assert.ok(credit.length < 50)
  assert.deepEqual(await readEmbeddedWords(Buffer.from('no picture'), 'en'), nothing)
})

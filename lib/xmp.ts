import { xmlText } from './xml'

/** Whose a picture is and what may be done with it, as its files say it. Empty texts are left out. */
export type PictureRights = {
  creator: string
  credit: string
  copyrightNotice: string
  usageTerms: string
  /** Where the licence can be read; null for none. */
  licenceUrl: string | null
  /** Where a licence can be had, and from whom; null when we may not grant one. */
  licensor: { name: string; url: string } | null
  /** Whether models may be trained on it: yes, no, or not for us to say. */
  training: 'allowed' | 'prohibited' | 'unspecified'
}

const vocabulary = 'http://ns.useplus.org/ldf/vocab/'
const training = { allowed: 'DMI-ALLOWED', prohibited: 'DMI-PROHIBITED-AIMLTRAINING', unspecified: 'DMI-UNSPECIFIED' } as const

/** Characters of each text: a JPEG holds at most 64 KB of XMP. */
const textLimit = 2000

const namespaces = [
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['photoshop', 'http://ns.adobe.com/photoshop/1.0/'],
  ['xmpRights', 'http://ns.adobe.com/xap/1.0/rights/'],
  ['plus', 'http://ns.useplus.org/ldf/xmp/1.0/'],
]
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')

/**
 * An XMP packet with a picture's rights in the fields of the IPTC Photo Metadata Standard and nothing else: no place, no camera,
 * no history.
 */
export function xmpPacket(rights: PictureRights): string {
  const { licensor } = rights
  const fields = [
    listed('dc:creator', 'Seq', '', rights.creator),
    plain('photoshop:Credit', rights.credit),
    listed('dc:rights', 'Alt', ' xml:lang="x-default"', rights.copyrightNotice),
    rights.copyrightNotice ? plain('xmpRights:Marked', 'True') : '',
    listed('xmpRights:UsageTerms', 'Alt', ' xml:lang="x-default"', rights.usageTerms),
    plain('xmpRights:WebStatement', rights.licenceUrl ?? ''),
    licensor &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${plain('plus:LicensorName', licensor.name)}${plain('plus:LicensorURL', licensor.url)}</rdf:li></rdf:Seq></plus:Licensor>`,
    plain('plus:DataMining', `${vocabulary}${training[rights.training]}`),
  ]
  const description = `<rdf:Description rdf:about=""${namespaces}>${fields.filter(Boolean).join('')}</rdf:Description>`
  const tree = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${tree}<?xpacket end="r"?>`
}

function plain(name: string, value: string): string {
  const text = escaped(value)
  return text ? `<${name}>${text}</${name}>` : ''
}

function listed(name: string, list: 'Seq' | 'Alt', attributes: string, value: string): string {
  const text = escaped(value)
  return text ? `<${name}><rdf:${list}><rdf:li${attributes}>${text}</rdf:li></rdf:${list}></${name}>` : ''
}

/** Cut before it is escaped, between characters and not within one. */
function escaped(value: string): string {
  return xmlText([...value.trim()].slice(0, textLimit).join(''))
}

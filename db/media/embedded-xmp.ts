import { SaxesParser } from 'saxes'

/** A text with the language it tells, `x-default` for everybody's, empty for none. */
export type XmpText = { text: string; language: string }

const namespaces: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
}
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/**
 * The texts of an XMP packet by property (`dc:description`), each with its language. Only simple properties and lists of texts of
 * the usual namespaces; what is no XML is taken as far as it is. Nothing outside the packet is read and no entity of its own counts.
 */
export function readXmp(packet: string): Map<string, XmpText[]> {
  const found = new Map<string, XmpText[]>()
  const add = (name: string, one: XmpText) => {
    if (name && one.text.trim() !== '') found.set(name, [...(found.get(name) ?? []), one])
  }
  const parser = new SaxesParser({ xmlns: true })
  let property = ''
  let language = ''
  let text = ''
  const path: string[] = []
  parser.on('opentag', ({ uri, local, attributes }) => {
    const parent = path.at(-1)
    path.push(uri === rdf ? local : nameOf(uri, local))
    text = ''
    language = ''
    if (parent === 'Description' && uri !== rdf) property = path.at(-1) ?? ''
    for (const attribute of Object.values(attributes)) {
      if (attribute.name === 'xml:lang') language = attribute.value
      if (path.at(-1) === 'Description' && path.length < 5)
        add(nameOf(attribute.uri, attribute.local), { text: attribute.value, language: '' })
    }
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', () => {
    const name = path.pop()
    // A list stands between property and entry; what lies deeper is no text of ours.
    const isEntry = name === 'li' && path.at(-2) === property && path.at(-3) === 'Description'
    const isProperty = name === property && path.at(-1) === 'Description'
    if (isEntry || isProperty) add(property, { text, language })
    text = ''
  })
  try {
    parser.write(packet).close()
  } catch {
    // Broken off in the middle: what was read until there is true.
  }
  return found
}

function nameOf(uri: string, local: string): string {
  const prefix = namespaces[uri]
  return prefix ? `${prefix}:${local}` : ''
}

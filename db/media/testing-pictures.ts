/** A JPEG with an IPTC block (IIM in Photoshop's APP13): fields of record 2 by number, and the escape sequence of their character set. */
export function withIptc(jpeg: Buffer, charset: string | null, fields: readonly (readonly [number, Buffer])[]): Buffer {
  const sign = charset === null ? [] : [iptcField(1, 90, Buffer.from(charset, 'latin1'))]
  const block = Buffer.concat([...sign, ...fields.map(([number, value]) => iptcField(2, number, value))])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(block.length)
  const padding = Buffer.alloc(block.length % 2)
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, block, padding])
  return withSegment(jpeg, 0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource]))
}

/** A JPEG with one more segment behind its first two bytes. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

/** An XMP packet with these fields. */
export function xmpOf(fields: string): string {
  const namespaces = [
    ['dc', 'http://purl.org/dc/elements/1.1/'],
    ['photoshop', 'http://ns.adobe.com/photoshop/1.0/'],
    ['xmpRights', 'http://ns.adobe.com/xap/1.0/rights/'],
    ['Iptc4xmpCore', 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'],
  ]
  const declared = namespaces.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${declared}>${fields}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

function iptcField(record: number, number: number, value: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(value.length, 3)
  return Buffer.concat([head, value])
}

import { SaxesParser } from 'saxes'

/** What keeps a text from being well-formed XML with known namespaces. */
export function xmlFaults(text: string): string[] {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => faults.push(error.message))
  parser.write(text).close()
  return faults
}

/** The texts of all elements of one name, in order. */
export function textsOf(xml: string, element: string): string[] {
  const found: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  let isInside = false
  parser.on('opentag', ({ name }) => {
    isInside = name === element
    if (isInside) found.push('')
  })
  parser.on('text', (text) => {
    if (isInside) found.push(`${found.pop()}${text}`)
  })
  parser.on('closetag', () => {
    isInside = false
  })
  parser.write(xml).close()
  return found
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as it may stand in XML, between tags and in quotes: what XML 1.0 forbids is left out, the rest is escaped. */
export function xmlText(text: string): string {
  return [...text.toWellFormed()]
    .filter(mayStandInXml)
    .join('')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

function mayStandInXml(character: string): boolean {
  return character >= ' ' ? !/[\u007f\ufffe\uffff]/.test(character) : /[\t\n\r]/.test(character)
}

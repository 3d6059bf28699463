import { countFragment } from '../html/count-html'
import { wordsOf } from '../words'

/** The words of a ninjs item's longest body, from the bytes of its JSON. */
export function countNinjs(bytes: Uint8Array): string[] {
  const item: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  const bodies = typeof item === 'object' && item !== null && 'bodies' in item && Array.isArray(item.bodies) ? item.bodies : []
  const texts = bodies.flatMap((body: unknown) => {
    if (typeof body !== 'object' || body === null || !('value' in body) || typeof body.value !== 'string') return []
    const isMain = 'role' in body && body.role === 'main'
    const isPlain =
      'contentType' in body &&
      typeof body.contentType === 'string' &&
      body.contentType !== '' &&
      !body.contentType.includes('html')
    return [{ isMain, words: isPlain ? wordsOf(body.value) : countFragment(body.value) }]
  })
  return (
    (texts.find(({ isMain, words }) => isMain && words.length > 0) ?? texts.find(({ words }) => words.length > 0))?.words ?? []
  )
}

/** A line this long was broken by a program, not by whoever wrote it. */
const brokenLine = 50

/**
 * The paragraphs of a plain text, each as its lines. Blank lines part paragraphs; where there are none, each line is one. Lines
 * that all run to the same margin are one line that a mail program broke.
 */
export function paragraphsOfText(text: string): string[][] {
  const normal = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '')
  if (normal === '') return []
  if (!/\n[ \t]*\n/.test(normal)) return normal.split('\n').map((line) => [line.trimEnd()])
  return normal.split(/\n(?:[ \t]*\n)+/).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => line.trim())
    const isBroken = lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= brokenLine)
    return isBroken ? [lines.join(' ')] : lines
  })
}

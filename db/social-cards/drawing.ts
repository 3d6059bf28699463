import { type DrawnText, drawText } from '../../lib/draw-text'
import { directionOf } from '../../lib/languages'
import { sharp } from '../../lib/sharp'
import { cardSize, headlineSizes, shortened } from './rules'

export type CardWords = { publication: string; kicker: string; headline: string; language: string }

const colours = { paper: '#fbf8f1', ink: '#1b1a18', accent: '#8a1c1c' } as const
const margin = 72
const textWidth = cardSize.width - 2 * margin
const headlineTop = { withKicker: 232, alone: 184 } as const
const headlineHeight = cardSize.height - headlineTop.withKicker - 56

/**
 * Draws an article's social card as JPEG: the publication's name over a rule as on a front page, and the headline as large as it
 * fits, cut if it never does. It is laid out from the side on which the language begins; `xmp` is all it says about itself.
 */
export async function drawSocialCard(words: CardWords, xmp: string): Promise<Buffer> {
  const direction = directionOf(words.language)
  const [name, kicker, headline] = [
    await drawLine(words.publication, 38, colours.ink, direction),
    await drawLine(words.kicker, 34, colours.accent, direction),
    await drawHeadline(words.headline, direction),
  ]
  const placed = (drawn: DrawnText | null, top: number) => {
    if (!drawn) return []
    return [{ input: drawn.png, top, left: direction === 'ltr' ? margin : cardSize.width - margin - drawn.width }]
  }
  const parts = [
    { input: bar(cardSize.width, 14), left: 0, top: 0 },
    ...placed(name, 104 - (name?.height ?? 0)),
    { input: bar(textWidth, 2), left: margin, top: 126 },
    ...placed(kicker, 196 - (kicker?.height ?? 0)),
    ...placed(headline, kicker ? headlineTop.withKicker : headlineTop.alone),
  ]
  return sharp({ create: { ...cardSize, channels: 3, background: colours.paper } })
    .composite(parts)
    .withXmp(xmp)
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer()
}

type Direction = 'ltr' | 'rtl'

async function drawHeadline(headline: string, direction: Direction): Promise<DrawnText | null> {
  const words = shortened(headline, longest)
  for (const size of headlineSizes) {
    const drawn = await drawText(words, { size, colour: colours.ink, direction, width: textWidth })
    if (!drawn || fits(drawn, headlineHeight)) return drawn
  }
  return drawShortened(words, headlineSizes.at(-1) ?? 40, colours.ink, direction, headlineHeight)
}

async function drawLine(text: string, size: number, colour: string, direction: Direction): Promise<DrawnText | null> {
  return drawShortened(text, size, colour, direction, size * 1.6)
}

/** At one size, with as many of its first words as the height takes. */
async function drawShortened(text: string, size: number, colour: string, direction: Direction, height: number) {
  let limit = Math.min(text.length, longest)
  for (;;) {
    const drawn = await drawText(shortened(text, limit), { size, colour, direction, width: textWidth })
    if (!drawn || fits(drawn, height) || limit <= shortest) return drawn
    limit = Math.floor(limit * 0.85)
  }
}

/** Characters: more than any card holds (Pango refuses what is taller than 32,767 pixels), and fewer than any line. */
const longest = 400
const shortest = 12

function fits(drawn: DrawnText, height: number): boolean {
  return drawn.height <= height && drawn.width <= textWidth
}

function bar(width: number, height: number) {
  return { create: { width, height, channels: 3, background: colours.ink } } as const
}

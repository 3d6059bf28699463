import { axisText, nameText } from './chart'
import { colours, fonts } from './palette'
import { line, picture, text } from './svg'

/** Asks the font for the joined shape of a letter that has no neighbour. */
const JOINER = '\u200d'

const heads = ['isolated', 'final', 'medial', 'initial'] as const

const shapesOf = (letter: string): readonly string[] => [letter, JOINER + letter, JOINER + letter + JOINER, letter + JOINER]

/** Two letters in their four shapes, right to left as Arabic runs: initial first, isolated last. */
export function drawLetterShapes(): string {
  const columns = [305, 520, 735, 950]
  const rows = [
    { name: 'ʿayn', shapes: shapesOf('ع'), baseline: 300 },
    { name: 'bāʾ', shapes: shapesOf('ب'), baseline: 610 },
  ]
  const drawn = rows.map(({ name, shapes, baseline }) =>
    [
      text(name, 140, baseline - 10, {
        size: 40,
        family: fonts.serif,
        italic: true,
        anchor: 'middle',
        fill: colours.muted,
      }),
      line([220, baseline], [1060, baseline], { stroke: colours.rock, width: 1.4 }),
      ...shapes.map((shape, index) =>
        text(shape, columns[index] ?? 0, baseline, {
          size: 210,
          family: fonts.arabic,
          anchor: 'middle',
          fill: index === 0 ? colours.accent : colours.ink,
        }),
      ),
    ].join(''),
  )
  const names = heads.map((head, index) => text(head, columns[index] ?? 0, 740, { ...nameText, anchor: 'middle' }))
  return picture(drawn.join('') + names.join(''))
}

const digitRows = [
  { name: 'Western', digits: '0123456789', family: fonts.serif },
  { name: 'Arabic-Indic', digits: '٠١٢٣٤٥٦٧٨٩', family: fonts.arabic },
  { name: 'Persian', digits: '۰۱۲۳۴۵۶۷۸۹', family: fonts.arabic },
] as const

/** The Persian digits that differ from their Arabic-Indic neighbours are in the accent colour. */
const DIFFERENT_IN_PERSIAN = new Set(['۴', '۵', '۶'])

export function drawNumerals(): string {
  const rows = digitRows.map(({ name, digits, family }, row) => {
    const baseline = 220 + row * 225
    const set = Array.from(digits).map((digit, index) =>
      text(digit, 300 + index * 88, baseline, {
        size: row === 0 ? 92 : 104,
        family,
        anchor: 'middle',
        fill: DIFFERENT_IN_PERSIAN.has(digit) ? colours.accent : colours.ink,
      }),
    )
    return [
      text(name, 60, baseline - 18, { ...axisText, size: 27 }),
      line([60, baseline + 66], [1140, baseline + 66]),
      ...set,
    ].join('')
  })
  return picture(rows.join(''))
}

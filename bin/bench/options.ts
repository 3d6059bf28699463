import { parseArgs } from 'node:util'

/** What can be measured, in the order in which it is done. */
export const parts = [
  'search',
  'desk',
  'sign-up',
  'import',
  'build',
  'cold',
  'serve',
  'change',
  'editor',
  'memory',
  'lighthouse',
] as const

export type Part = (typeof parts)[number]

export type Options = {
  only: Part[]
  /** Articles in each database, ascending. */
  sizes: number[]
  /** Distinct addresses asked for where memory is measured. */
  addresses: number
  /** Leaves the databases in `.data/bench`; the next run goes on from them, if they are not larger than its smallest size. */
  keep: boolean
}

export const usage = `npm run bench -- [--only ${parts.join(',')}] [--sizes 100,10000,100000] [--addresses 50000] [--keep]`

/** Reads the command line; throws a sentence about what is wrong with it. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      only: { type: 'string', default: parts.join(',') },
      sizes: { type: 'string', default: '100,10000,100000' },
      addresses: { type: 'string', default: '50000' },
      keep: { type: 'boolean', default: false },
    },
  })
  const wanted = values.only.split(',')
  const unknown = wanted.find((name) => !parts.some((part) => part === name))
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`)
  const sizes = values.sizes.split(',').map((size) => wholeNumber(size, '--sizes'))
  return {
    only: parts.filter((part) => wanted.includes(part)),
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    addresses: wholeNumber(values.addresses, '--addresses'),
    keep: values.keep,
  }
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000)
    throw new Error(`${option} takes numbers from 1 to 1000000, not "${text}".`)
  return number
}

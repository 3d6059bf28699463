import { styleText } from 'node:util'

/** Where steps are told: a line each, with the time it took. */
export type Steps = {
  /** Does the work and tells what it said about itself. While it lasts, a terminal shows the seconds, and what `say` is told. */
  step: (name: string, work: (say: (what: string) => void) => Promise<string>) => Promise<void>
  note: (name: string, what: string) => void
}

const nameWidth = 11
const whatWidth = 62

/** Tells steps on standard output. */
export function tellSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  const note = (name: string, what: string) => void out.write(`  ${name.padEnd(nameWidth)}${what}\n`)
  const step: Steps['step'] = async (name, work) => {
    const began = performance.now()
    let now = '…'
    const show = () =>
      out.write(
        `\r\x1b[2K  ${name.padEnd(nameWidth)}${`${now}  ${seconds(began)}`.slice(0, (out.columns || 80) - nameWidth - 3)}`,
      )
    const timer = out.isTTY ? setInterval(show, 250) : undefined
    try {
      const what = await work((said) => {
        now = said
      })
      clear(out)
      out.write(
        `  ${name.padEnd(nameWidth)}${what.padEnd(whatWidth)}${styleText('dim', seconds(began).padStart(8), { stream: out })}\n`,
      )
    } catch (error) {
      clear(out)
      note(name, `failed after ${seconds(began)}`)
      throw error
    } finally {
      clearInterval(timer)
    }
  }
  return { step, note }
}

function clear(out: NodeJS.WriteStream) {
  if (out.isTTY) out.write('\r\x1b[2K')
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

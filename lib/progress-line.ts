/** The line of a terminal that says what is being done now. */
export type ProgressLine = {
  tell: (what: string) => void
  /** Takes the line away, before anything else is written. */
  clear: () => void
}

type Output = { isTTY?: boolean; columns?: number; write: (text: string) => unknown }

/** Milliseconds in which nobody reads more than one line. */
const pause = 80

/** One line that is written over and over. Where nobody looks, as in a log, nothing is written. */
export function openProgressLine(output: Output): ProgressLine {
  if (!output.isTTY) return { tell: () => {}, clear: () => {} }
  let last = 0
  return {
    tell: (what) => {
      if (Date.now() - last < pause) return
      last = Date.now()
      output.write(`\r\x1b[K${what.slice(0, (output.columns ?? 80) - 1)}`)
    },
    clear: () => void output.write('\r\x1b[K'),
  }
}

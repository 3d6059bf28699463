import pino from 'pino'

/** Bytes of lines that may wait to be written; when whoever reads them is slower than that, lines are lost, and the process lives. */
const longestBacklog = 32 * 1024 * 1024

// Written aside, so that nobody waits for whoever reads the log. What is left at the end of the process is written then.
const destination = pino.destination({ dest: 1, sync: false, maxLength: longestBacklog })

/** JSON lines on standard output. Addresses, tokens and links never go in: callers log ids, counts and causes. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: tellError },
  },
  destination,
)

/** What the log tells of an error: what happened and where, and none of the values it happened to. */
export type ToldError = { type: string; message: string; stack: string; code?: string; cause?: ToldError }

/**
 * An error without the values of its statement. Drizzle puts them into its message, Postgres into details of its own, and one of them may be
 * somebody's address.
 */
export function tellError(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error', stack: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const values = 'params' in error ? /\nparams: [\s\S]*?(?=\n {4}at |$)/ : null
  const told = (text = '') => (values ? text.replace(values, '') : text)
  return {
    type: error.name,
    message: told(error.message),
    stack: told(error.stack),
    ...(code && { code }),
    ...(error.cause instanceof Error && depth < 5 && { cause: tellError(error.cause, depth + 1) }),
  }
}

/** Sends what the process's libraries write to the console into the log instead, errors as the log tells them. */
export function logConsole(): void {
  for (const [method, level] of [
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['info', 'info'],
  ] as const) {
    console[method] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error)
      const words = said.filter((one) => typeof one === 'string').join(' ')
      log[level](error ? { err: error } : {}, words || 'said without words')
    }
  }
}

const begin = `{"level":"info","pid":${process.pid},"msg":"answered","time":"`

/** Milliseconds for which lines about answers are gathered, and in how many bytes: written one by one they would cost as much as answering. */
const gathering = 100
const gathered = Buffer.allocUnsafeSlow(256 * 1024)

/** Bytes that a line has at most, whatever it tells. */
const longestLine = 4096

let filled = 0
let timer: NodeJS.Timeout | undefined

/** One answered request. `path` is JSON already and holds no query; `milliseconds` is until the answer was handed to the network. */
export type AnswerLine = { id: string; method: string; path: string; status: number; from: string; milliseconds: number }

/** Logs an answer: by hand and with others, because this is done as often as requests are answered. */
export function logAnswer({ id, method, path, status, from, milliseconds }: AnswerLine): void {
  if (!log.isLevelEnabled('info')) return
  // Into bytes at once: thousands of lines kept as text would be moved about by each collection of garbage.
  filled += gathered.write(
    `${begin}${isoTime()}","request":"${id}","method":"${method}","path":${path},"status":${status},"from":"${from}","ms":${milliseconds}}\n`,
    filled,
  )
  if (filled > gathered.length - longestLine) writeGathered()
  else timer ??= setTimeout(writeGathered, gathering).unref()
}

function writeGathered() {
  clearTimeout(timer)
  timer = undefined
  if (filled === 0) return
  destination.write(gathered.toString('utf8', 0, filled))
  filled = 0
}

process.once('exit', () => {
  try {
    writeGathered()
    destination.flushSync()
  } catch {
    // Whoever read the log is gone.
  }
})

let moment = 0
let written = ''

/** Now, worded once a millisecond. */
function isoTime(): string {
  const now = Date.now()
  if (now !== moment) written = new Date(now).toISOString()
  moment = now
  return written
}

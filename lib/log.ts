import pino from 'pino'

/** Bytes of lines that may wait to be written; when whoever reads them is slower than that, lines are lost, and the process lives. */
const longestBacklog = 32 * 1024 * 1024

// Not written line by line: under load many lines leave in one write. What is left at the end of the process is written then.
const destination = pino.destination({ dest: 1, sync: false, maxLength: longestBacklog })

/** JSON lines on standard output. Addresses, tokens and links never go in: callers log ids, counts and causes. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  destination,
)

const begin = `{"level":"info","pid":${process.pid},"msg":"answered","time":"`

/** One answered request. `path` is JSON already and holds no query; `milliseconds` is until the answer was handed to the network. */
export type AnswerLine = { id: string; method: string; path: string; status: number; from: string; milliseconds: number }

/** Logs an answer: by hand, because this is done as often as requests are answered. */
export function logAnswer({ id, method, path, status, from, milliseconds }: AnswerLine): void {
  if (!log.isLevelEnabled('info')) return
  const line = `${begin}${new Date().toISOString()}","request":"${id}","method":"${method}","path":${path},"status":${status},"from":"${from}","ms":${milliseconds}}\n`
  destination.write(line)
}

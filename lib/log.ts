import pino from 'pino'

/** JSON lines on standard output. Addresses, tokens and links never go in: callers log ids, counts and causes. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
})

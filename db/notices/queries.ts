import { setImmediate as afterReading, setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import type { Ear, Notice } from '../../lib/front/notices'
import { noticeChannel } from './commands'

/** Milliseconds between two looks at the table, which also tell whether the connection lives; and between attempts while it does not. */
const beatEvery = 1000
const retryEvery = 500

/** Milliseconds after which Postgres counts as away. */
const deadline = 2500

const noticeSchema = z.object({ id: z.number(), kind: z.enum(['change', 'withdrawal']), tags: z.array(z.string()) })
const noticeText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('not JSON')
      return z.NEVER
    }
  })
  .pipe(noticeSchema)
const readSchema = z.object({ snapshot: z.string(), wentBack: z.boolean(), notices: z.array(noticeSchema) })

/** A front following the notices. `stop` resolves when its connection is closed. */
export type Following = { stop: () => Promise<void> }

/**
 * Tells `ear` of every notice from now on, on a connection of its own: at once through LISTEN, and again each second from the table, whose rows are
 * asked for by transaction, because commits are not in the order of ids. So nothing is missed over a gap, and a second telling is possible.
 */
export function followNotices(url: string, ear: Ear): Following {
  const follower = new Follower(url, ear)
  const running = follower.run()
  return {
    stop: async () => {
      follower.stop()
      await running
    },
  }
}

class Follower {
  #client: postgres.Sql | null = null
  #isListening = false
  /** What had been committed when the table was last read. */
  #since: string | null = null
  /** Ids heard since the last look and the one before, to be told only once. */
  #heard = new Set<number>()
  #heardBefore = new Set<number>()
  #stopped = new AbortController()
  #woken = new AbortController()

  constructor(
    private readonly url: string,
    private readonly ear: Ear,
  ) {}

  async run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      this.#woken = new AbortController()
      const isWell = await this.#beat().then(
        () => true,
        () => false,
      )
      if (this.#stopped.signal.aborted) break
      if (!isWell) {
        this.#discard()
        this.ear.hearing('unreachable')
      }
      await this.#rest(isWell ? beatEvery : retryEvery)
    }
    await this.#client?.end({ timeout: 1 }).catch(() => {})
  }

  stop(): void {
    this.#stopped.abort()
  }

  async #rest(milliseconds: number) {
    const signal = AbortSignal.any([this.#stopped.signal, this.#woken.signal])
    await wait(milliseconds, undefined, { signal }).catch(() => {})
  }

  async #beat() {
    this.#client ??= this.#connect()
    if (!this.#isListening) await this.#listen(this.#client)
    const read = await inTime(readNotices(this.#client, this.#since))
    if (!this.#isListening) throw new Error('the connection broke meanwhile')
    // Another database, or one set back: what it withdrew cannot be asked for.
    if (read.wentBack) this.ear.heard({ kind: 'withdrawal', tags: ['site'] })
    for (const notice of read.notices) this.#tell(notice)
    this.#since = read.snapshot
    this.#heardBefore = this.#heard
    this.#heard = new Set()
    this.ear.hearing('listening')
  }

  async #listen(client: postgres.Sql) {
    await inTime(client.unsafe(`listen ${noticeChannel}`))
    this.#isListening = true
    this.ear.hearing('catching-up')
  }

  /** Anybody who may connect can send anything on the channel; what is not a notice is left to the table. */
  #hear(payload: string) {
    const notice = noticeText.safeParse(payload)
    if (notice.success) this.#tell(notice.data)
  }

  #tell(notice: Notice & { id: number }) {
    if (this.#heard.has(notice.id) || this.#heardBefore.has(notice.id)) return
    this.#heard.add(notice.id)
    this.ear.heard({ kind: notice.kind, tags: notice.tags })
  }

  #connect(): postgres.Sql {
    const options = {
      max: 1,
      connect_timeout: 2,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => {},
      connection: { application_name: 'broadsheet-front' },
      // What the driver's own `listen` uses; here so that listening and looking share one connection, and live and die together.
      onnotify: (_channel: string, payload: string) => this.#hear(payload),
      onclose: () => {
        if (this.#client === client) this.#lose()
      },
    }
    const client = postgres(this.url, options)
    return client
  }

  #lose() {
    if (this.#isListening) this.ear.hearing('lost')
    this.#isListening = false
    this.#woken.abort()
  }

  #discard() {
    const client = this.#client
    this.#client = null
    this.#isListening = false
    void client?.end({ timeout: 0 }).catch(() => {})
  }
}

/** What was committed since that snapshot, and the snapshot to ask from next time; without one, only the latter. */
async function readNotices(client: postgres.Sql, since: string | null) {
  const [row] = await client`
    select
      pg_current_snapshot()::text as snapshot,
      coalesce(pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(${since}::pg_snapshot), false) as "wentBack",
      coalesce((
        select json_agg(json_build_object('id', id, 'kind', kind, 'tags', tags) order by id)
        from notices
        where transaction >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(transaction, ${since}::pg_snapshot)
      ), '[]') as notices`
  return readSchema.parse(row)
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = wait(deadline, undefined, { signal: timer.signal }).then(async () => {
    // A process that was busy for so long, as at its start, has not looked yet whether there is an answer.
    await afterReading()
    throw new Error(`no answer within ${deadline} ms`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    timer.abort()
    late.catch(() => {})
    work.catch(() => {})
  }
}

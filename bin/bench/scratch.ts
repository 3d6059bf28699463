import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrateDatabase } from '../../db/migrate'
import { dataFolder } from '../../lib/data-folder'
import { startEmbeddedPostgres } from '../../lib/embedded-postgres/server'

/** What the benchmark keeps on disk, apart from the installation's own. */
export const benchFolder = join(dataFolder, 'bench')

/** A Postgres of the benchmark's own, as durable as that of an installation, with as many databases as are wanted. */
export type Scratch = {
  version: string
  pid: number
  /** An empty, migrated database; one of that name is dropped first. */
  make: (name: string) => Promise<string>
  /** The database of that name, if an earlier run of the same sources declared it sound with no more than `largest` articles; else a new one. */
  keepOrMake: (name: string, largest: number) => Promise<string>
  /** Notes that a database holds so many articles with all its indexes; null while it is worked on. */
  declareSound: (name: string, size: number | null) => Promise<void>
  /** Nobody may be connected to the one copied. */
  copy: (from: string, to: string) => Promise<string>
  /** Any number of calls end it once. */
  end: (keep: boolean) => Promise<void>
}

export async function startScratch(): Promise<Scratch> {
  const server = await startEmbeddedPostgres({ folder: benchFolder })
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  const [row] = await admin<{ version: string }[]>`select current_setting('server_version') as version`
  const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const drop = (name: string) => admin`drop database if exists ${admin(name)} with (force)`
  const make = async (name: string) => {
    await drop(name)
    await admin`create database ${admin(name)}`
    await migrateDatabase(urlOf(name))
    return urlOf(name)
  }
  const end = async (keep: boolean) => {
    await admin.end({ timeout: 1 })
    await server.stop()
    if (!keep) rmSync(benchFolder, { recursive: true, force: true })
  }
  let ended: Promise<void> | undefined
  return {
    version: row?.version ?? '',
    pid: server.pid,
    make,
    keepOrMake: async (name, largest) => {
      const [found] = await admin<{ note: string | null }[]>`
        select shobj_description(oid, 'pg_database') as note from pg_database where datname = ${name}`
      const [made, size] = found?.note?.split(' ') ?? []
      return made === hashOfFilling() && Number(size) <= largest ? urlOf(name) : make(name)
    },
    declareSound: async (name, size) => {
      await admin.unsafe(`comment on database ${name} is ${size === null ? 'null' : `'${hashOfFilling()} ${size}'`}`)
    },
    copy: async (from, to) => {
      await drop(to)
      await admin`create database ${admin(to)} template ${admin(from)} strategy file_copy`
      return urlOf(to)
    },
    end: (keep) => {
      ended ??= end(keep)
      return ended
    },
  }
}

/** Tells apart databases that were filled by different sources: tables, lists and index may have changed between two runs. */
function hashOfFilling(): string {
  const folders = ['../../db/migrations', '../../db/articles', '../../db/search', '.'].map((folder) =>
    join(import.meta.dirname, folder),
  )
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder).filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith('.test.ts'))
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

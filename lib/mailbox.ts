import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './data-folder'

/** Where mail goes that no server takes: files, for whoever runs this installation on a machine of their own. */
const mailboxFolder = join(dataFolder, 'mailbox')

/** Mails that are kept; older ones make room. */
const mostKept = 200

const shape = z.object({
  id: z.string(),
  keptAt: z.iso.datetime().pipe(z.coerce.date()),
  to: z.string(),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

/** A mail that reached nobody but the mailbox. */
export type KeptMail = z.infer<typeof shape>

/** Puts a mail into the mailbox, whole or not at all. Only the owner of the process can read it: links in it open accounts. */
export async function keepMail(mail: Omit<KeptMail, 'keptAt'>, now: Date, folder = mailboxFolder): Promise<void> {
  // The folder around it has other readers.
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const path = join(folder, `${now.toISOString().replaceAll(/[-:.]/g, '')}-${mail.id}.json`)
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, `${JSON.stringify({ ...mail, keptAt: now }, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  await rename(unfinished, path)
  const old = (await readdir(folder)).sort().slice(0, -mostKept)
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })))
}

/** The mailbox, newest first. */
export async function listKeptMails(folder = mailboxFolder): Promise<KeptMail[]> {
  const files = await readdir(folder).catch(onlyIfMissing)
  const newestFirst = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reverse()
  const mails = await Promise.all(newestFirst.map((file) => readMail(join(folder, file))))
  return mails.filter((mail) => mail !== null)
}

/** Null for what has made room meanwhile. */
async function readMail(path: string): Promise<KeptMail | null> {
  const text = await readFile(path, 'utf8').catch(onlyIfMissing)
  return typeof text === 'string' ? shape.parse(JSON.parse(text)) : null
}

function onlyIfMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

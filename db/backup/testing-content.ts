import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { db } from '../client'
import { enqueue } from '../jobs/commands'
import { queueMail } from '../mail/commands'
import { originalFiles, servedFiles } from '../media/files'
import { passkeys, people, sessions } from '../people/schema'
import { makeContributor, makePublished, makeSection, makeTopic, paragraphs, someContent } from '../testing-content'

const published = new Date('2026-11-01T06:00:00Z')

/** Words that a careless copy breaks: what COPY escapes, what is longer than a byte, what looks like a null or an end. */
const awkward = 'tab\tback\\slash \\N \\. "quoted" l’été العربية 𝄞\r\nnew line'

/** A publication with something of everything; tells whose session, and where to write on. */
export async function makeWorld() {
  const sectionId = await makeSection('en', 'news')
  const contributorId = await makeContributor('sana-qasim', awkward)
  const topicId = await makeTopic('water')
  const bylines = [{ contributorId, role: 'reporter' as const, creditedAs: '' }]
  const write = (headline: string) =>
    makePublished('en', someContent(sectionId, headline, { bylines, topicIds: [topicId], body: paragraphs(awkward) }), published)
  const articleId = await write('The first')
  await write('Another one')
  const personId = await makePerson('leila@example.org', 'Leila Haddad')
  await db.transaction((tx) => enqueue(tx, { type: 'draw-social-card', articleId }))
  return { articleId, personId, write }
}

/** Somebody of the staff, signed in, with a passkey and a mail that is waiting for them. */
export async function makePerson(email: string, name: string): Promise<string> {
  const [person] = await db.insert(people).values({ email, name, role: 'editor' }).returning({ id: people.id })
  if (!person) throw new Error('An insert returned no row.')
  const personId = person.id
  const key = {
    id: `key of ${email}`,
    publicKey: new Uint8Array([0, 1, 92, 255]),
    counter: 7,
    transports: ['usb', 'a,"b'],
    name: '',
  }
  await db.insert(passkeys).values({ personId, ...key })
  const soon = new Date(Date.now() + 3_600_000)
  await db.insert(sessions).values({ personId, tokenHash: email, seenAt: soon, expiresAt: soon })
  const letter = { kind: 'sign-in', path: '/sign-in/x', minutes: 10 } as const
  await db.transaction((tx) => queueMail(tx, { to: email, language: 'en', letter, uselessAfter: soon }))
  return personId
}

/** Files of the media store, as pictures and their renditions have them; tells their names. */
export async function makeFiles(hashOf: (bytes: Uint8Array) => string): Promise<void> {
  for (const size of [0, 1, 70_000, 1_500_000]) {
    const bytes = randomBytes(size)
    await originalFiles().write(`${hashOf(bytes)}.jpeg`, bytes)
    await servedFiles().write(`${hashOf(bytes).slice(0, 40)}.webp`, bytes)
  }
}

/** Databases beside that of the test, whose owner may do nothing else. */
export async function neighbours(url: string) {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  const made: string[] = []
  const role = `plain_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create role ${role} login password 'plain'`)
  return {
    make: async () => {
      const name = `test_${randomBytes(8).toString('hex')}`
      await admin.unsafe(`create database ${name} owner ${role} template template0`)
      made.push(name)
      return Object.assign(new URL(url), { username: role, password: 'plain', pathname: `/${name}` }).href
    },
    end: async () => {
      for (const name of made) await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.unsafe(`drop role ${role}`)
      await admin.end()
    },
  }
}

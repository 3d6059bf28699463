import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Entrance, entrances, may } from '../db/people/rights'
import { type StaffRole, staffRoles } from '../db/people/rules'
import { listAddresses } from './dashboard-pages'
import { expect, test } from './fixtures'
import { beginConfirmed, cookieOf, makeMember } from './staff'

test.describe.configure({ mode: 'parallel' })

const base = process.env.BASE_URL ?? ''

const actionsShape = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), filename: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

type Action = { id: string; name: string; page: string }

/** Every server action that the build has made, with a page that has it. What Next makes of `'use cache'` is none. */
function listActions(): Action[] {
  const manifest = actionsShape.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
  return Object.entries(manifest.node)
    .filter(([, { exportedName }]) => !exportedName.startsWith('$$'))
    .map(([id, { exportedName, filename, workers }]) => ({
      id,
      name: `${filename}#${exportedName}`,
      page: Object.keys(workers)[0] ?? '',
    }))
}

/** An address with something in place of its parameters; nothing stands under these names. */
function filledIn(address: string): string {
  return address
    .replace(/^app\/(\([a-z]+\)\/)?/, '/')
    .replace(/\/page$/, '')
    .replace('[lang]', 'en')
    .replace(/\[[^\]]+\]/g, '00000000-0000-4000-8000-000000000000')
}

type Answer = 'sent to sign in' | 'not here' | 'let in' | `failed with ${number}`

function answerOf(status: number, said: string): Answer {
  if (/^\/sign-in(;|$)/.test(said)) return 'sent to sign in'
  if (status === 404 || said.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return 'not here'
  return status < 500 ? 'let in' : `failed with ${status}`
}

/** Calls an action as a browser of ours would, with an empty form. */
async function call({ id, page }: Action, token: string | null): Promise<Answer> {
  const body = new FormData()
  body.set('0', JSON.stringify([{ status: 'idle' }, '$K1']))
  const response = await fetch(`${base}${filledIn(page)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'next-action': id, origin: base, accept: 'text/x-component', ...(token && { cookie: cookieOf(token) }) },
    body,
  })
  const to = response.headers.get('x-action-redirect') ?? ''
  await response.arrayBuffer()
  return answerOf(response.status, to)
}

/** Opens a page, or calls a route with nothing in hand. */
async function open({ address, isPage }: { address: string; isPage: boolean }, token: string | null): Promise<Answer> {
  const headers: Record<string, string> = { origin: base, ...(token && { cookie: cookieOf(token) }) }
  const asked = `${base}${filledIn(address)}`
  const read = await fetch(asked, { redirect: 'manual', headers })
  // A route that is only written to says so before anybody is asked who they are.
  const response = read.status === 405 ? await fetch(asked, { method: 'POST', redirect: 'manual', headers }) : read
  const text = await response.text()
  const redirect = /NEXT_REDIRECT;[a-z]+;([^;]+);/.exec(text)?.[1] ?? response.headers.get('location') ?? ''
  const isGone = isPage && text.includes('NEXT_HTTP_ERROR_FALLBACK;404')
  return answerOf(isGone ? 404 : response.status, redirect)
}

/** What the matrix says of somebody; `null` is nobody. */
function expected(entrance: Entrance, role: StaffRole | null): Answer {
  if (entrance === 'anybody') return 'let in'
  if (role === null) return 'sent to sign in'
  return entrance === 'signed-in' || may({ role }, entrance) ? 'let in' : 'not here'
}

test('the matrix lists every action and address of the build, and nothing else', () => {
  const made = [...listActions().map(({ name }) => name), ...listAddresses().map(({ address }) => address)].sort()
  expect(made).toEqual(Object.keys(entrances).sort())
})

for (const role of [...staffRoles, null]) {
  test(`every action and address lets in ${role ?? 'nobody'} as the matrix says`, async () => {
    const member = role && (await makeMember(role))
    const wrong: string[] = []
    const note = (name: string, answer: Answer) => {
      const entrance = entrances[name]
      if (entrance === undefined) return
      const due = expected(entrance, role)
      // Without a row of that name there is nothing to see for anybody; who is refused must not be told apart from that.
      const isFine = answer === due || (due === 'let in' && answer === 'not here' && name.includes('['))
      // Whoever signs out is sent there too.
      if (name.endsWith('#signOutAction') && answer === 'sent to sign in') return
      if (!isFine) wrong.push(`${name}: ${answer}, should be ${due}`)
    }
    for (const action of listActions()) note(action.name, await call(action, member && (await beginConfirmed(member.personId))))
    for (const one of listAddresses()) note(one.address, await open(one, member && (await beginConfirmed(member.personId))))
    expect(wrong).toEqual([])
  })
}

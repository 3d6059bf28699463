'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { redirect } from 'next/navigation'
import { deskWordsIn } from '@/components/desk/words/words'
import { codeInput, linkToken, signInInput } from '@/db/people/rules'
import { openLink, requestSignIn, typeCode } from '@/db/people/sign-in'
import { type FormState, parseForm, refuse } from '@/lib/forms'
import { askingBrowser, findAskingBrowser, keepSession, readClientAddress, readDevice, readLanguage } from '../session'

/** Milliseconds that every answer takes, so that none tells by its haste that the address is unknown. */
const evenly = 600

/** Anybody may ask for a link; the answer is the same for all. */
export async function requestSignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(signInInput, form)
  if (!parsed.ok) return parsed.state

  const asker = { browser: await askingBrowser(), address: await readClientAddress() }
  await Promise.all([requestSignIn(parsed.input, asker, new Date()), wait(evenly)])
  redirect('/sign-in/code')
}

/** Follows the link of a sign-in mail. In another browser than the one that asked, the answer is the code to type there. */
export async function openLinkAction(token: unknown, _previous: FormState): Promise<FormState> {
  const opened = await openLink(linkToken.parse(token), await findAskingBrowser(), await readDevice(), new Date())
  switch (opened.outcome) {
    case 'signed-in':
      await keepSession(opened.session)
      return redirect('/sign-in/second-factor')
    case 'elsewhere':
      return { status: 'done', message: opened.code }
    case 'lapsed':
      redirect('/sign-in/lapsed')
  }
}

/** Signs in by the code that the link showed in another browser. */
export async function typeCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(codeInput, form)
  if (!parsed.ok) return parsed.state

  const words = deskWordsIn(await readLanguage())
  const browser = await findAskingBrowser()
  if (browser === null) return refuse(words.wrongCode, form)
  const [typed] = await Promise.all([typeCode(parsed.input.code, browser, await readDevice(), new Date()), wait(evenly)])
  switch (typed.outcome) {
    case 'signed-in':
      await keepSession(typed.session)
      return redirect('/sign-in/second-factor')
    case 'refused':
      return refuse(words.wrongCode, form)
  }
}

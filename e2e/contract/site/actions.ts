'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from './rows'

export async function writeLetter(form: FormData) {
  const letter = String(form.get('letter'))
  await database()`insert into contract_letters (letter) values (${letter})`
  const store = await cookies()
  store.set('reader', 'known')
  if (letter === 'redirect') redirect('/en/news/thanks')
}

import { refresh } from 'next/cache'
import { domainWordsIn } from '@/components/desk/sending-domains/words/words'
import { deskWordsIn } from '@/components/desk/words/words'
import { filled } from '@/components/words/words'
import { type FormState, refuse } from '@/lib/forms'
import { readLanguage } from '../../session'

/** What became of looking up a domain, in words. */
export async function tellDomain(
  outcome: 'checked' | 'unknown' | 'not-allowed' | 'ask-again',
  domain: string,
): Promise<FormState> {
  const language = await readLanguage()
  const words = domainWordsIn(language)
  switch (outcome) {
    case 'checked':
      refresh()
      return { status: 'done', message: filled(words.checked, { domain }) }
    case 'unknown':
      return refuse(words.gone)
    case 'not-allowed':
      return refuse(words.notAllowed)
    case 'ask-again':
      return refuse(deskWordsIn(language).confirmFirst)
  }
}

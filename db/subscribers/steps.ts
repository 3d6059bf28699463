import type { Language } from '../../lib/languages'
import { db } from '../client'
import { takeTurn } from '../limits/commands'
import { readAddress } from './addresses'
import { keepConsentText } from './consent'
import { type Circumstances, requestSubscription } from './requests'
import type { SignUpInput } from './rules'
import { readStamp, signUpStamp } from './stamps'

/** How often one second step may be sent: whoever presses twice, or goes back to mend the address, is no program. */
const stampTurns = { most: 3, seconds: 3600 }

/** What became of a step of a sign-up. `second-step`: the second has to be taken, with this stamp; `why` it comes, or comes again. */
export type StepOutcome =
  | { kind: 'second-step'; stamp: string; why: 'first' | 'too-early' | 'too-late' | 'again' }
  | { kind: 'promised' | 'not-an-address' | 'none-chosen' | 'none-open' | 'too-many' }

/**
 * Takes a sign-up one step further. The first is answered with a second that shows what was chosen, which may come from 2 seconds to 30 minutes
 * later: no script is needed for it, and programs that fill in forms fail at it. `shown` are the words that stand beside the second step and are
 * agreed to by it. What fell into the trap is told that all is well.
 */
export async function takeSignUpStep(
  input: SignUpInput & { language: Language },
  shown: string,
  circumstances: Circumstances,
  now: Date,
): Promise<StepOutcome> {
  if (input.isTrapped) return { kind: 'promised' }
  if (!readAddress(input.email)) return { kind: 'not-an-address' }
  if (input.newsletterIds.length === 0) return { kind: 'none-chosen' }
  const again = async (why: 'first' | 'too-early' | 'too-late' | 'again') => {
    const stamp = signUpStamp(await keepConsentText(input.language, shown), now)
    return { kind: 'second-step' as const, stamp, why }
  }
  if (input.stamp === '') return again('first')
  const stamp = readStamp(input.stamp, now)
  if (stamp === 'too-early' || stamp === 'too-late') return again(stamp)
  if (stamp === 'forged' || !(await takeTurn(db, `stamp ${stamp.nonce}`, stampTurns, now))) return again('again')
  return { kind: await requestSubscription({ ...input, consentTextId: stamp.consentTextId }, circumstances, now) }
}

import { type Arrangement, type FrontDraft, isSameArrangement } from '../../../db/fronts/rules'
import type { SaveAnswer } from './answers'

/** How things are with what somebody is doing to a front. */
export type KeepingState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' | 'saving' | 'failed' }
  | { kind: 'refused'; message: string }

type Options = {
  first: { number: number; arrangement: Arrangement; savedAt: string | null }
  send: (draft: FrontDraft) => Promise<SaveAnswer>
  onState: (state: KeepingState) => void
  /** Called for every answer but a refusal; what is merged is the new present if `isTaken`, else it will be after the next answer. */
  onAnswer: (answer: Exclude<SaveAnswer, { status: 'refused' }>, isTaken: boolean) => void
  /** Where what is not saved waits meanwhile, so that it outlives the page. */
  journal: { write: (draft: FrontDraft) => void; clear: () => void }
  /** Milliseconds without a change after which it is sent, and after which it is sent again when nobody answered. */
  pause: number
  patience: number
}

/**
 * Sends what is done to a front soon after it is done, one after the other, and again until somebody answers. What was changed while an
 * answer was under way is sent after it, made of what had been sent: so it is never taken for a change of what others did.
 */
export class DraftKeeper {
  #number: number
  #base: Arrangement
  #latest: Arrangement
  #sending: Promise<boolean> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #savedAt: string | null

  constructor(private readonly options: Options) {
    this.#number = options.first.number
    this.#base = options.first.arrangement
    this.#latest = options.first.arrangement
    this.#savedAt = options.first.savedAt
  }

  /** Says what the arrangement is now. */
  change(arrangement: Arrangement): void {
    if (arrangement === this.#latest) return
    this.#latest = arrangement
    this.#settle()
  }

  /** Goes on from what another page had left unsaved. */
  takeOver(draft: FrontDraft): void {
    this.#number = draft.number
    this.#base = draft.base
    this.#latest = draft.arrangement
    this.#settle()
  }

  /** Sends now what is not saved. Gives the number of what is saved then, null if it could not be. */
  async flush(): Promise<number | null> {
    while (this.#isUnsaved()) if (!(await this.#send())) return null
    return this.#number
  }

  /** Hears what others have saved since, and what there is to say now. While something is unsaved it will hear that anyhow. */
  async catchUp(): Promise<void> {
    if (!this.#isUnsaved() && !this.#sending) await this.#send()
  }

  /** What is saved has been published under this number. */
  published(number: number): void {
    this.#number = number
  }

  /** Ends the waiting; what is not saved is in the journal. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #isUnsaved(): boolean {
    return !isSameArrangement(this.#latest, this.#base)
  }

  #settle(): void {
    if (!this.#isUnsaved()) {
      this.stop()
      this.options.journal.clear()
      this.options.onState({ kind: 'saved', at: this.#savedAt })
      return
    }
    this.options.journal.write({ number: this.#number, base: this.#base, arrangement: this.#latest })
    if (this.#sending) return
    this.options.onState({ kind: 'unsaved' })
    this.#wait(this.options.pause)
  }

  #wait(milliseconds: number): void {
    this.stop()
    this.#timer = setTimeout(() => void this.#send(), milliseconds)
  }

  /** Whether what was to be sent has been taken; one who comes while another is under way waits for that one. */
  #send(): Promise<boolean> {
    this.stop()
    this.#sending ??= this.#sendOnce()
      .finally(() => {
        this.#sending = null
      })
      .then((isTaken) => {
        if (isTaken) this.#settle()
        return isTaken
      })
    return this.#sending
  }

  async #sendOnce(): Promise<boolean> {
    const sent = this.#latest
    const isUnsaved = this.#isUnsaved()
    if (isUnsaved) this.options.onState({ kind: 'saving' })
    const answer = await this.options.send({ number: this.#number, base: this.#base, arrangement: sent }).catch(() => null)
    if (!answer && !isUnsaved) return false
    if (!answer) {
      this.options.onState({ kind: 'failed' })
      this.#wait(this.options.patience)
      return false
    }
    if (answer.status === 'refused') {
      this.options.onState({ kind: 'refused', message: answer.message })
      return false
    }
    const isTaken = this.#take(sent, answer)
    this.options.onAnswer(answer, isTaken)
    return true
  }

  /** Whether the present is what the answer says. */
  #take(sent: Arrangement, answer: Exclude<SaveAnswer, { status: 'refused' }>): boolean {
    this.#savedAt = answer.at
    // What was done and undone meanwhile, or moved to where it stood, is as it was sent.
    const isUntouched = isSameArrangement(this.#latest, sent)
    if (answer.status === 'saved') {
      this.#number = answer.number
      this.#base = sent
      return true
    }
    this.#base = isUntouched ? answer.arrangement : sent
    if (!isUntouched) return false
    this.#number = answer.number
    this.#latest = answer.arrangement
    return true
  }
}

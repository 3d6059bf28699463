import { momentInWords } from '@/components/dates'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { SelectField } from '@/components/forms/select-field'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Choice = {
  id: string
  number: number
  kind: 'saved' | 'conflict' | 'pending'
  createdAt: Date
  isHead: boolean
  isLive: boolean
}

type Props = { language: Language; timeZone: string; choices: readonly Choice[]; chosen: string }

/** Which revision is to be seen. */
export function RevisionChoice({ language, timeZone, choices, chosen }: Props) {
  const words = previewWordsIn(language)
  const number = new Intl.NumberFormat(language)
  const options = choices.map((choice) => {
    const name = filled(words.revisionOption, {
      number: number.format(choice.number),
      when: momentInWords(language, choice.createdAt, timeZone),
    })
    const marks = [
      ...(choice.isHead ? [words.marks.head] : []),
      ...(choice.isLive ? [words.marks.live] : []),
      ...(choice.kind === 'saved' ? [] : [words.marks[choice.kind]]),
    ]
    return { value: choice.id, label: marks.length > 0 ? `${name} (${new Intl.ListFormat(language).format(marks)})` : name }
  })
  return (
    <form className="filters" method="get">
      <SelectField name="revision" label={words.revision} options={options} defaultValue={chosen} />
      <button className="button second small" type="submit">
        {words.show}
      </button>
    </form>
  )
}

import Form from 'next/form'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { SelectField } from '@/components/forms/select-field'
import { type GrowthStep, growthSteps } from '@/db/subscribers/audience-rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  step: GrowthStep
  newsletter?: string
  newsletters: readonly { newsletterId: string; name: string }[]
}

/** Whose growth is shown, and in which steps. */
export function GrowthChoice({ language, step, newsletter = '', newsletters }: Props) {
  const words = audienceWordsIn(language)
  const steps = growthSteps.map((value) => ({ value, label: value === 'day' ? words.byDay : words.byWeek }))
  const all = [{ value: '', label: words.allNewsletters }]
  return (
    <Form action="/dashboard/audience" className="desk-filters growth-choice" prefetch={false} scroll={false}>
      <SelectField name="step" label={words.growth} options={steps} defaultValue={step} />
      <SelectField
        name="newsletter"
        label={words.newsletter}
        options={[...all, ...newsletters.map(({ newsletterId, name }) => ({ value: newsletterId, label: name }))]}
        defaultValue={newsletter}
      />
      <button className="button second small" type="submit">
        {words.show}
      </button>
    </Form>
  )
}

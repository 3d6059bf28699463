import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { filled } from '@/components/words/words'
import { type EditionProblem, htmlLimits } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

/** Why an edition cannot be sent as it is, a sentence for each reason. */
export function problemsInWords(language: Language, problems: readonly EditionProblem[]): string {
  return problems.map((problem) => problemInWords(language, problem)).join(' ')
}

function problemInWords(language: Language, problem: EditionProblem): string {
  const { problems: words, missing } = editionWordsIn(language)
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  switch (problem.kind) {
    case 'no-subject':
    case 'no-items':
      return words[problem.kind]
    case 'sender': {
      const fields = problem.missing.map((field) => missing[field] ?? field)
      return filled(words.sender, { fields: new Intl.ListFormat(language).format(fields) })
    }
    case 'article':
    case 'picture':
      return filled(words[problem.kind], { place: figures.format(problem.index + 1) })
    case 'size': {
      const most = figures.format(htmlLimits.refuseAbove / 1024)
      return filled(words.size, { size: figures.format(problem.bytes / 1024), most })
    }
  }
}

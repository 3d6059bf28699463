import type { Remark } from '@/db/fronts/rules'
import type { Language } from '@/lib/languages'
import { remarkInWords } from './remark-in-words'

type Props = { remarks: readonly Remark[]; language: Language; timeZone: string }

/** What there is to say about a placement or the banner: faults first, told apart by more than their colour. */
export function RemarkList({ remarks, language, timeZone }: Props) {
  if (remarks.length === 0) return null
  const sorted = remarks.toSorted((one, other) => Number(other.weight === 'fault') - Number(one.weight === 'fault'))
  return (
    <ul className="front-remarks">
      {sorted.map((remark) => {
        const sentence = remarkInWords(remark, language, timeZone)
        return (
          <li key={sentence} data-weight={remark.weight}>
            {sentence}
          </li>
        )
      })}
    </ul>
  )
}

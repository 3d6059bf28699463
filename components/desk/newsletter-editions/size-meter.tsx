import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { filled } from '@/components/words/words'
import { htmlLimits } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = { words: EditionWords; language: Language; bytes: number }

/** How big the mail's HTML is, against what mail programs show whole. */
export function SizeMeter({ words, language, bytes }: Props) {
  const { warnAt, refuseAbove } = htmlLimits
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const kilobytes = (size: number) => figures.format(size / 1024)
  const weight = bytes > refuseAbove ? 'refuse' : bytes >= warnAt ? 'warn' : 'fine'
  const sentence = { fine: words.sizeFine, warn: words.sizeWarn, refuse: words.sizeRefuse }[weight]
  return (
    <p className="size-meter" data-weight={weight}>
      <meter aria-label={words.size} min={0} max={refuseAbove} high={warnAt} optimum={0} value={Math.min(bytes, refuseAbove)} />{' '}
      <span role="status">
        {filled(sentence, { size: kilobytes(bytes), most: kilobytes(refuseAbove), warn: kilobytes(warnAt) })}
      </span>
    </p>
  )
}

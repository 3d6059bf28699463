import { ReceiptTable } from '@/components/desk/receipts/receipt-table'
import { receiptWordsIn } from '@/components/desk/receipts/words/words'
import type { ReceiptReport } from '@/db/receipts/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; articleId: string; report: ReceiptReport | null }

/** Where readers see what was published, and since when. */
export function Receipts({ language, timeZone, articleId, report }: Props) {
  const words = receiptWordsIn(language)
  return (
    <section className="panel" aria-labelledby="receipts">
      <h2 id="receipts">{words.receipts}</h2>
      {report ? (
        <ReceiptTable
          key={report.appearanceId}
          language={language}
          timeZone={timeZone}
          address={`/dashboard/articles/${articleId}/receipts`}
          report={report}
        />
      ) : (
        <p className="quiet">{words.never}</p>
      )}
    </section>
  )
}

'use client'

import { useEffect, useState } from 'react'
import { delayInWords } from '@/components/desk/receipts/delay-in-words'
import { receiptWordsIn } from '@/components/desk/receipts/words/words'
import { filled } from '@/components/words/words'
import { isAlarming, isAwaited, type Receipt, type ReceiptReport, receiptPlaces } from '@/db/receipts/rules'
import type { Language } from '@/lib/languages'

type Props = { language: Language; timeZone: string; address: string; report: ReceiptReport }

/** Milliseconds between two looks while receipts are awaited. */
const looksEvery = 1000

/** What each server saw in each place after an appearance; while receipts are awaited it asks for them at `address`. */
export function ReceiptTable({ language, timeZone, address, report: first }: Props) {
  const [report, setReport] = useState(first)
  const [looks, setLooks] = useState(0)
  const words = receiptWordsIn(language)
  const isWaiting = isAwaited(report)

  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(async () => {
      const next = await ask(address)
      // Another has appeared meanwhile: the page will be drawn with that one.
      if (next?.appearanceId === report.appearanceId) setReport(next)
      setLooks((count) => count + 1)
    }, looksEvery)
    return () => clearTimeout(timer)
  }, [isWaiting, looks])

  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  const sentence = report.age < 0 ? words.ahead : words.appeared
  const number = new Intl.NumberFormat(language)
  const servers = report.instanceIds
  return (
    <div className="receipts" aria-busy={isWaiting}>
      <p>
        {filled(sentence, { number: number.format(report.revisionNumber), when: when.format(new Date(report.visibleAt)) })}{' '}
        {!report.isCurrent && words.overtaken}
      </p>
      {report.age >= 0 && servers.length === 0 && <p className="quiet">{isWaiting ? words.awaited : words.noServer}</p>}
      {servers.length > 0 && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                {servers.map((id, place) => (
                  <th key={id} scope="col" className="figure">
                    {servers.length === 1 ? words.delay : filled(words.server, { number: number.format(place + 1) })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {receiptPlaces.map((place) => (
                <tr key={place}>
                  <th scope="row">{words.places[place]}</th>
                  {servers.map((id) => {
                    const receipt = report.receipts.find((one) => one.instanceId === id && one.place === place)
                    return (
                      <td key={id} className="figure" data-alarm={(receipt && isAlarming(receipt)) || undefined}>
                        {receipt ? inWords(language, receipt) : isWaiting ? words.awaited : words.unknown}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function inWords(language: Language, receipt: Receipt): string {
  const words = receiptWordsIn(language)
  switch (receipt.state) {
    case 'absent':
      return words.absent
    case 'missing':
      return words.missing
    case 'shown':
      return `${delayInWords(language, receipt.ms)}${isAlarming(receipt) ? `, ${words.late}` : ''}`
  }
}

/** A look that fails is followed by another. */
async function ask(address: string): Promise<ReceiptReport | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
  return answer?.ok ? answer.json() : null
}

import { growthBars } from '@/components/desk/audience/growth-bars'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import type { Growth, GrowthStep } from '@/db/subscribers/audience-rules'
import { dateFormat } from '@/lib/days'
import type { Language } from '@/lib/languages'

type Props = { language: Language; step: GrowthStep; growth: readonly Growth[] }

const size = { width: 720, height: 160 }

/** Who confirmed and who left, drawn, and the same figures as a table beside it. */
export function GrowthChart({ language, step, growth }: Props) {
  const words = audienceWordsIn(language)
  const { bars, line } = growthBars(growth, size)
  return (
    <div className="growth">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words.chart} preserveAspectRatio="none">
        {bars.map(({ day, x, width, up, down }) => (
          <g key={day}>
            <rect className="growth-confirmed" x={x} y={line - up} width={width} height={up} />
            <rect className="growth-left" x={x} y={line} width={width} height={down} />
          </g>
        ))}
        <line className="growth-line" x1={0} x2={size.width} y1={line} y2={line} />
      </svg>
      <p className="growth-key">
        <span className="growth-confirmed">{words.confirmed}</span> <span className="growth-left">{words.left}</span>
      </p>
      <details>
        <summary>{words.figures}</summary>
        <GrowthTable language={language} step={step} growth={growth} />
      </details>
    </div>
  )
}

function GrowthTable({ language, step, growth }: Props) {
  const words = audienceWordsIn(language)
  const number = new Intl.NumberFormat(language)
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const date = dateFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <div className="table-wrap">
      <table className="table plain-rows">
        <thead>
          <tr>
            <th scope="col">{step === 'day' ? words.day : words.week}</th>
            <th scope="col" className="figure">
              {words.confirmed}
            </th>
            <th scope="col" className="figure">
              {words.left}
            </th>
            <th scope="col" className="figure">
              {words.net}
            </th>
          </tr>
        </thead>
        <tbody>
          {growth.toReversed().map(({ day, confirmed, left }) => (
            <tr key={day}>
              <th scope="row">
                <time dateTime={day}>{date.format(new Date(`${day}T00:00:00Z`))}</time>
              </th>
              <td className="figure">{number.format(confirmed)}</td>
              <td className="figure">{number.format(left)}</td>
              <td className="figure">{signed.format(confirmed - left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

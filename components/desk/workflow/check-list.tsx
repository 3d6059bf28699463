import { momentInShort, momentInWords } from '@/components/dates'
import type { MoveAction } from '@/components/desk/workflow/move-state'
import { OverrideForm } from '@/components/desk/workflow/override-form'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import { counted, filled } from '@/components/words/words'
import type { CheckName, Finding, Severity } from '@/db/articles/rules'
import type { Language } from '@/lib/languages'

type Judged = Finding & { override: { byName: string; reason: string; at: Date } | null }

type Props = {
  language: Language
  timeZone: string
  now: Date
  articleId: string
  headRevisionId: string
  findings: readonly Judged[]
  /** How whoever looks answers for a check; null for those who cannot. */
  override: MoveAction | null
}

/** What speaks against publishing, each explained and led to, with what was answered to it. */
export function CheckList({ findings, ...props }: Props) {
  const words = workflowWordsIn(props.language)
  const open = findings.filter(({ severity, override }) => severity === 'blocks' || (severity === 'asks' && !override))
  const groups = [...Map.groupBy(findings, ({ check, override }) => `${check} ${override !== null}`).values()]
  return (
    <section className="panel" id="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{words.checks}</h2>
      <p className={open.length > 0 ? 'checks-open' : 'checks-sound'}>
        {open.length > 0 ? counted(props.language, open.length, words.checksFound) : words.checksSound}
      </p>
      {groups.length > 0 && (
        <ul className="checks">
          {groups.map((group) => (
            <CheckGroup key={group[0]?.key} group={group} {...props} />
          ))}
        </ul>
      )}
    </section>
  )
}

type GroupProps = Omit<Props, 'findings'> & { group: readonly Judged[] }

/** Everything that one check has found. */
function CheckGroup({ group, language, timeZone, now, articleId, headRevisionId, override }: GroupProps) {
  const words = workflowWordsIn(language)
  const [first] = group
  if (!first) return null
  const { check, severity } = first
  const answer = first.override
  return (
    <li data-severity={answer ? 'answered' : severity}>
      <h3>
        {words.checkTexts[check][0]} <SeverityMark language={language} severity={severity} />
      </h3>
      {group.map((finding) => (
        <p key={finding.key}>
          {filled(words.checkTexts[check][1], { about: aboutOf(finding, language, timeZone) })}{' '}
          <PlaceLink articleId={articleId} finding={finding} label={words.see} />
        </p>
      ))}
      {answer && (
        <p className="answer" dir="auto">
          {filled(words.overridden, {
            name: answer.byName || words.standing.nobody,
            when: momentInShort(language, answer.at, timeZone, now),
            reason: answer.reason,
          })}
        </p>
      )}
      {severity === 'asks' && !answer && override && (
        <details>
          <summary>{words.override}</summary>
          <OverrideForm
            language={language}
            articleId={articleId}
            headRevisionId={headRevisionId}
            check={check}
            keys={group.map(({ key }) => key)}
            action={override}
          />
        </details>
      )}
    </li>
  )
}

function SeverityMark({ language, severity }: { language: Language; severity: Severity }) {
  return <span className="severity">{workflowWordsIn(language).severities[severity]}</span>
}

/** Checks that are about a moment. */
const aboutTimes: ReadonlySet<CheckName> = new Set(['embargo', 'rights-ending'])

function aboutOf({ check, about }: Finding, language: Language, timeZone: string): string {
  if (aboutTimes.has(check) && about) return momentInWords(language, new Date(about), timeZone)
  return about || workflowWordsIn(language).untitled
}

function PlaceLink({ articleId, finding: { place }, label }: { articleId: string; finding: Finding; label: string }) {
  switch (place.kind) {
    case 'article':
      return null
    case 'field':
      return <a href={`/dashboard/articles/${articleId}#field-${place.field}`}>{label}</a>
    case 'block':
      return <a href={`/dashboard/articles/${articleId}#block-${place.blockId}`}>{label}</a>
  }
}

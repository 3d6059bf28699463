import type { ReactNode } from 'react'
import type { Run } from '@/db/articles/differences'
import type { Mark } from '@/db/body/rules'
import { directionOf } from '@/lib/languages'
import type { Around } from './around'
import { Edit } from './edit'

type Props = Pick<Around, 'language' | 'names'> & { runs: readonly Run[] }

/** A text with what was added and removed marked in it. Where a run changed, what its marks carry is written out: an address, a language. */
export function Runs({ runs, language, names }: Props) {
  return runs.map((run, place) => {
    const marked = run.marks.reduce<ReactNode>((inner, mark) => drawMark(mark, inner), spelledOut(run))
    const key = `${place} ${run.kind}`
    if (run.kind === 'same') return <span key={key}>{marked}</span>
    return (
      <Edit key={key} kind={run.kind} language={language}>
        {marked}
        <Carried marks={run.marks} names={names} />
      </Edit>
    )
  })
}

/** A line break that came or went is nothing to see. */
function spelledOut({ kind, text }: Run): string {
  return kind === 'same' ? text : text.replaceAll('\n', '↵\n')
}

function drawMark(mark: Mark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'sub':
      return <sub>{inner}</sub>
    case 'sup':
      return <sup>{inner}</sup>
    case 'lang':
      return (
        <bdi lang={mark.attrs.lang} dir={directionOf(mark.attrs.lang)}>
          {inner}
        </bdi>
      )
    case 'link':
      return <span className="diff-link">{inner}</span>
  }
}

function Carried({ marks, names }: { marks: readonly Mark[]; names: Props['names'] }) {
  return marks.map((mark) => {
    const carried = carriedBy(mark, names)
    return carried && <Note key={mark.type}>{carried}</Note>
  })
}

function carriedBy(mark: Mark, names: Props['names']): string | null {
  switch (mark.type) {
    case 'link':
      return mark.attrs.href ?? names[mark.attrs.articleId ?? '']?.name ?? mark.attrs.articleId
    case 'lang':
      return mark.attrs.lang
    case 'strong':
    case 'em':
    case 'sub':
    case 'sup':
      return null
  }
}

function Note({ children }: { children: ReactNode }) {
  return (
    <>
      {' '}
      <bdi className="diff-note">({children})</bdi>
    </>
  )
}

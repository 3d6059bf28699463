import { Fragment, type ReactNode } from 'react'

type Props = { sentence: string; values: Record<string, ReactNode> }

/** A sentence of the interface with things put into it: `{name}` becomes `values.name`, which may be a link. */
export function FilledSentence({ sentence, values }: Props) {
  return sentence.split(/(\{\w+\})/).map((part, place) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return <Fragment key={place}>{name !== undefined && name in values ? values[name] : part}</Fragment>
  })
}

import { type KeyboardEvent, type PointerEvent, type ReactNode, useId } from 'react'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { filled } from '@/components/words/words'

type Props = {
  words: EditionWords
  itemKey: string
  kind: 'article' | 'heading' | 'text' | 'picture'
  name: string
  isFirst: boolean
  isLast: boolean
  isDragged: boolean
  /** Whether what is being dragged would fall before it. */
  fallsBefore: boolean
  isReadOnly: boolean
  /** The id of the sentence that tells how to move by keyboard. */
  helpId: string
  grab: (event: PointerEvent) => void
  move: (by: 1 | -1) => void
  remove: () => void
  children: ReactNode
}

/** An item of an edition in its frame: the handle and buttons that move it, and its fields. Alt with an arrow moves it from any of them. */
export function ItemRow({ words, itemKey, kind, name, isReadOnly, isDragged, fallsBefore, helpId, ...rest }: Props) {
  const { grab, move, remove } = rest
  const nameId = useId()
  const onKey = (event: KeyboardEvent) => {
    if (isReadOnly || !event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className="edition-item"
      data-item={itemKey}
      data-kind={kind}
      data-lifted={isDragged || undefined}
      data-falls={fallsBefore || undefined}
      aria-labelledby={nameId}
      onKeyDown={onKey}
    >
      <div className="edition-item-head" onPointerDown={isReadOnly ? undefined : grab}>
        {!isReadOnly && (
          <button
            type="button"
            className="front-handle"
            data-handle=""
            aria-label={filled(words.handle, { name })}
            aria-describedby={helpId}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          >
            <span aria-hidden="true">⠿</span>
          </button>
        )}
        <p className="edition-item-name" id={nameId}>
          <span className="quiet">{words.kinds[kind]}</span> <bdi>{name}</bdi>
        </p>
        {!isReadOnly && <ItemButtons {...{ words, name, move, remove }} isFirst={rest.isFirst} isLast={rest.isLast} />}
      </div>
      {rest.children}
    </li>
  )
}

type ButtonProps = Pick<Props, 'words' | 'name' | 'move' | 'remove' | 'isFirst' | 'isLast'>

function ItemButtons({ words, name, move, remove, isFirst, isLast }: ButtonProps) {
  return (
    <div className="front-row-actions">
      <button
        type="button"
        className="button quiet"
        disabled={isFirst}
        aria-label={filled(words.up, { name })}
        onClick={() => move(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        className="button quiet"
        disabled={isLast}
        aria-label={filled(words.down, { name })}
        onClick={() => move(1)}
      >
        <span aria-hidden="true">↓</span>
      </button>
      <button type="button" className="button quiet" aria-label={filled(words.remove, { name })} onClick={remove}>
        {words.removeShort}
      </button>
    </div>
  )
}

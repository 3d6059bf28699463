import { useId, useLayoutEffect, useRef } from 'react'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import { ItemFields } from '@/components/desk/newsletter-editions/item-fields'
import { itemName } from '@/components/desk/newsletter-editions/item-name'
import { ItemRow } from '@/components/desk/newsletter-editions/item-row'
import { useReorder } from '@/components/desk/newsletter-editions/use-reorder'
import { placeOf, withChanged, withMoved, withoutItem } from '@/components/desk/newsletter-editions/written-edition'
import { filled } from '@/components/words/words'

/** What stands in an edition, in order: each of it to be worded, moved and removed. */
export function ItemList({ desk }: { desk: EditionDesk }) {
  const { words, edition, isReadOnly, known } = desk
  const [headingId, helpId] = [useId(), useId()]
  const moveTo = useMoving(desk)
  const { dragging, grab } = useReorder(moveTo)
  const others = edition.items.filter(({ key }) => key !== dragging?.key)
  const fallsBefore = dragging && (others[dragging.index]?.key ?? 'end')
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{words.items}</h2>
      <p className="quiet" id={helpId}>
        {words.orderHelp}
      </p>
      {edition.items.length === 0 && <p className="empty">{words.noItems}</p>}
      <ol className="edition-items">
        {edition.items.map(({ key, item }, at) => {
          const name = itemName(words, item, known)
          return (
            <ItemRow
              key={key}
              {...{ words, name, isReadOnly, helpId }}
              itemKey={key}
              kind={item.kind}
              isFirst={at === 0}
              isLast={at === edition.items.length - 1}
              isDragged={dragging?.key === key}
              fallsBefore={fallsBefore === key}
              grab={(event) => grab(event, key)}
              move={(by) => moveTo(key, at + by)}
              remove={() => {
                desk.change(withoutItem(desk.present(), key))
                desk.say(filled(words.removed, { name }))
              }}
            >
              <ItemFields
                {...{ words, item, known, isReadOnly }}
                language={desk.language}
                timeZone={desk.timeZone}
                written={desk.written}
                change={(changed) => desk.change(withChanged(desk.present(), key, changed))}
                choosePicture={desk.choosePicture}
              />
            </ItemRow>
          )
        })}
        {fallsBefore === 'end' && <li className="front-fall" aria-hidden="true" />}
      </ol>
    </section>
  )
}

/** Moves an item, says where it stands then, and keeps the focus where it was: what is drawn elsewhere loses it. */
function useMoving(desk: EditionDesk) {
  const { words } = desk
  const focused = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    focused.current?.focus()
    focused.current = null
  })
  return (key: string, index: number) => {
    const before = desk.present()
    const after = withMoved(before, key, index)
    if (placeOf(before, key) === placeOf(after, key)) return
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    desk.change(after)
    const moved = after.items[placeOf(after, key)]
    const name = moved ? itemName(words, moved.item, desk.known) : ''
    desk.say(filled(words.movedTo, { name, place: String(placeOf(after, key) + 1), count: String(after.items.length) }))
  }
}

import { useLayoutEffect, useRef } from 'react'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import { withItem } from '@/components/desk/newsletter-editions/written-edition'
import { filled } from '@/components/words/words'
import type { ItemInput } from '@/db/newsletter-editions/rules'

/** Puts something else than an article at the end, and goes to where it is worded. */
export function AddBar({ desk }: { desk: EditionDesk }) {
  const { words } = desk
  const added = useRef<string | null>(null)
  // Before the next key is heard: who adds a heading goes on typing.
  useLayoutEffect(() => {
    if (added.current === null) return
    document.querySelector<HTMLElement>(`[data-item="${added.current}"] :is(input, textarea)`)?.focus()
    added.current = null
  })
  const add = (item: ItemInput) => {
    const { edition, key } = withItem(desk.present(), item)
    added.current = key
    desk.change(edition)
    desk.say(filled(words.added, { name: words.kinds[item.kind] }))
  }
  const addPicture = async () => {
    const picture = await desk.choosePicture()
    if (picture) add({ kind: 'picture', mediaId: picture.id, text: '' })
  }
  return (
    <p className="desk-actions">
      <button type="button" className="button second small" onClick={() => add({ kind: 'heading', headline: '' })}>
        {words.addHeading}
      </button>
      <button type="button" className="button second small" onClick={() => add({ kind: 'text', text: '' })}>
        {words.addText}
      </button>
      <button type="button" className="button second small" onClick={() => void addPicture()}>
        {words.addPicture}
      </button>
    </p>
  )
}

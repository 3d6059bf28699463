import type { EditionInput, ItemInput } from '../../../db/newsletter-editions/rules'

/** An item while it is written, with a name of its own that it keeps wherever it moves. */
export type WrittenItem = { key: string; item: ItemInput }

/** An edition while it is written. */
export type WrittenEdition = { subject: string; preheader: string; items: readonly WrittenItem[] }

/** As it is written, from what is saved. */
export function asWritten({ subject, preheader, items }: EditionInput): WrittenEdition {
  return { subject, preheader, items: items.map(keyed) }
}

/** As it is saved: without the headings and texts that wait for their first words. */
export function asSaved({ subject, preheader, items }: WrittenEdition): EditionInput {
  return { subject, preheader, items: items.map(({ item }) => item).filter((item) => !isEmpty(item)) }
}

function isEmpty(item: ItemInput): boolean {
  return (item.kind === 'heading' && item.headline.trim() === '') || (item.kind === 'text' && item.text.trim() === '')
}

let made = 0

function keyed(item: ItemInput): WrittenItem {
  made += 1
  return { key: `item-${made}`, item }
}

/** With one more item at the end; gives its key too. */
export function withItem(edition: WrittenEdition, item: ItemInput): { edition: WrittenEdition; key: string } {
  const added = keyed(item)
  return { edition: { ...edition, items: [...edition.items, added] }, key: added.key }
}

export function withoutItem(edition: WrittenEdition, key: string): WrittenEdition {
  return { ...edition, items: edition.items.filter((one) => one.key !== key) }
}

export function withChanged(edition: WrittenEdition, key: string, item: ItemInput): WrittenEdition {
  return { ...edition, items: edition.items.map((one) => (one.key === key ? { key, item } : one)) }
}

/** With an item at another place, counted from 0 among the others; beyond the ends it stands at the end. */
export function withMoved(edition: WrittenEdition, key: string, index: number): WrittenEdition {
  const moved = edition.items.find((one) => one.key === key)
  if (!moved) return edition
  const others = edition.items.filter((one) => one !== moved)
  const place = Math.min(others.length, Math.max(0, index))
  return { ...edition, items: [...others.slice(0, place), moved, ...others.slice(place)] }
}

/** Where an item stands, counted from 0; -1 where it does not. */
export function placeOf({ items }: WrittenEdition, key: string): number {
  return items.findIndex((one) => one.key === key)
}

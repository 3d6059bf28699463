import { Fragment } from 'react'

/** Plain text in which web addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, place) =>
    // Every other part is an address.
    place % 2 === 1 ? (
      <a key={place} href={part} rel="nofollow noreferrer">
        {part}
      </a>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  )
}

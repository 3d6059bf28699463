import { elementsIn } from '@/components/desk/editor/paste/elements'
import { framedAddress, providerOf } from '@/db/body/embeds'

/** Pictures that came along as data, by the id of the empty paragraph that holds their place; and how many did not come along. */
export type PastedPictures = { carried: { id: string; source: string }[]; dropped: number }

const carriable = /^data:image\/(jpeg|png|webp|gif|avif);base64,/i

/** Takes the pictures out. One that is only an address on another site is not ours to show: it is counted. */
export function takePictures(body: HTMLElement, newId: () => string): PastedPictures {
  const pictures: PastedPictures = { carried: [], dropped: 0 }
  for (const image of elementsIn(body, 'img')) {
    const source = image.getAttribute('src') ?? ''
    const alt = image.getAttribute('alt') ?? ''
    if (alt.length < 12 && /^\p{Extended_Pictographic}/u.test(alt)) image.replaceWith(alt)
    else if (isCounter(image)) image.remove()
    else if (carriable.test(source)) {
      const id = newId()
      const place = body.ownerDocument.createElement('p')
      place.setAttribute('data-id', id)
      pictures.carried.push({ id, source })
      const line = image.closest('p, h1, h2, h3, h4, h5, h6')
      if (line) line.before(place)
      else image.before(place)
      image.remove()
    } else {
      pictures.dropped += 1
      image.remove()
    }
  }
  return pictures
}

/** What a page shows in a frame becomes a link card, when it is from somebody we know by name. */
export function readFrames(body: HTMLElement): void {
  for (const frame of elementsIn(body, 'iframe')) {
    const url = framedAddress(frame.getAttribute('src') ?? '')
    if (!url) {
      frame.remove()
      continue
    }
    const card = body.ownerDocument.createElement('p')
    card.setAttribute('data-embed', url)
    card.setAttribute('data-provider', providerOf(url))
    card.setAttribute('data-title', frame.getAttribute('title') ?? '')
    frame.replaceWith(card)
  }
}

/** A file of a picture that came as a data URL. */
export function fileFrom(source: string): File | null {
  const [, type = '', base64 = ''] = /^data:(image\/[a-z]+);base64,(.*)$/is.exec(source) ?? []
  if (!type) return null
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))
    return new File([bytes], `pasted.${type.slice(6)}`, { type })
  } catch {
    return null
  }
}

function isCounter(image: HTMLElement): boolean {
  return ['width', 'height'].some((side) => /^[012](px)?$/.test(image.getAttribute(side) ?? ''))
}

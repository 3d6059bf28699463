import type { PictureFacts } from '@/components/desk/editor/contract'
import type { Picture } from '@/db/media/rules'
import { addressOf } from '@/lib/addresses'

/** Where a small rendition of a picture lies, for those who write; empty while there is none. */
export function addressOfPicture({ renditions }: Picture): string {
  const whole = renditions.filter(({ crop }) => crop === 'whole')
  const shown = whole.find(({ format, width }) => format !== 'avif' && width >= 480) ?? whole[0]
  return shown ? addressOf.media(shown.file) : ''
}

/** Pictures as the editor shows them while somebody writes: small, with what is said of them. */
export function pictureFacts(pictures: Record<string, Picture>): Record<string, PictureFacts> {
  return Object.fromEntries(
    Object.entries(pictures).map(([id, picture]) => {
      const { alt, caption, credit } = picture
      return [id, { src: addressOfPicture(picture), alt, caption, credit }]
    }),
  )
}

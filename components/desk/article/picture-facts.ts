import type { PictureFacts } from '@/components/desk/editor/contract'
import type { Picture } from '@/db/media/rules'
import { addressOf } from '@/lib/addresses'

/** Pictures as the editor shows them while somebody writes: small, with what is said of them. */
export function pictureFacts(pictures: Record<string, Picture>): Record<string, PictureFacts> {
  return Object.fromEntries(
    Object.entries(pictures).map(([id, { renditions, alt, caption, credit }]) => {
      const whole = renditions.filter(({ crop }) => crop === 'whole')
      const shown = whole.find(({ format, width }) => format !== 'avif' && width >= 480) ?? whole[0]
      return [id, { src: shown ? addressOf.media(shown.file) : '', alt, caption, credit }]
    }),
  )
}

import type { ChosenPicture } from '@/components/desk/editor/contract'
import type { LibraryPicture } from '@/db/media/rules'
import { addressOf } from '@/lib/addresses'
import type { PictureFault } from '@/lib/inspect-picture'

/** A picture of the library for whoever wants to use it. */
export type LibraryChoice = ChosenPicture & { width: number; height: number }

/** What a search of the library answers; `next` is where it goes on. */
export type SearchAnswer = { pictures: LibraryChoice[]; next: string | null }

/** What the library answers to a file. `alike` is a picture that looks like it, `frames` how many pictures the file held. */
export type UploadAnswer =
  | { kind: 'added'; picture: LibraryChoice; alike: LibraryChoice | null; frames: number }
  | { kind: 'known'; picture: LibraryChoice }
  | { kind: 'refused'; fault: PictureFault }
  | { kind: 'busy' }

/** Why no answer came: nobody is signed in any more, the line is down, or something is wrong on our side. */
export type UploadFailure = { kind: 'signed-out' } | { kind: 'no-connection' } | { kind: 'failed' }

/** As much of a picture as is needed to show it and to put it somewhere. */
export function asChoice({ id, file, alt, caption, credit, width, height }: LibraryPicture): LibraryChoice {
  return { id, src: file ? addressOf.media(file) : '', alt, caption, credit, width, height }
}

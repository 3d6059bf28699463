import type { Ref } from 'react'
import type { Body } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

/** A picture of the library as it is shown while writing. */
export type PictureFacts = { src: string; alt: string; caption: string; credit: string }

export type ChosenPicture = PictureFacts & { id: string }

export type ChosenArticle = { id: string; headline: string }

/** What whoever shows the editor may ask of it. */
export type BodyEditorHandle = {
  /**
   * Puts another body in place of the one that is there, after a merge. Blocks are told apart by id and changed where they
   * differ, so that the selection and what can be undone stay; the change itself cannot be undone, and is not told by `onChange`.
   */
  setBody: (body: Body) => void
  focus: () => void
  body: () => Body
}

export type BodyEditorProps = {
  /** Of the interface. */
  language: Language
  /** Of the article: Arabic text runs right to left. */
  textLanguage: Language
  /** Read once; later bodies come by `setBody`. */
  initial: Body
  /** Called at every change of the text by whoever writes. Reading costs some milliseconds: do it when the body is needed. */
  onChange: (read: () => Body) => void
  /** Puts files into the library and tells how far it is (0 to 1); null when they were refused, and whoever refuses says why. */
  uploadPictures: (files: File[], tell: (share: number) => void) => Promise<ChosenPicture[] | null>
  /** Lets somebody choose; null when they did not. */
  choosePicture: () => Promise<ChosenPicture | null>
  chooseArticle: () => Promise<ChosenArticle | null>
  /** What references show, by id. Those chosen or uploaded here are known without being added. */
  pictures: Record<string, PictureFacts>
  articles: Record<string, { headline: string }>
  /** Ids of the blocks that have comments. */
  commented: ReadonlySet<string>
  /** Somebody wants to say something about a block; `quote` is what they selected in it, or its beginning. Without it nobody can. */
  onComment?: (blockId: string, quote: string) => void
  isReadOnly?: boolean
  ref?: Ref<BodyEditorHandle>
}

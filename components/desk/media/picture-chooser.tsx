'use client'

import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { LibraryChoice } from '@/components/desk/media/contract'
import { LibrarySearch } from '@/components/desk/media/library-search'
import type { Upload, UploadLine } from '@/components/desk/media/upload-line'
import { UploadList } from '@/components/desk/media/upload-list'
import { useUploads } from '@/components/desk/media/use-uploads'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { Language } from '@/lib/languages'

/** How whoever writes asks for pictures. */
export type PictureChooserHandle = {
  /** Lets somebody choose one of the library, or upload one; null when they did not. */
  choose: () => Promise<LibraryChoice | null>
  /**
   * Puts files into the library, without a question; `tell` is told how far it is (0 to 1). Those that are there already count as
   * well. Why some were refused is shown; null when all were.
   */
  upload: (files: readonly File[], tell: (share: number) => void) => Promise<LibraryChoice[] | null>
}

type Props = { language: Language; ref: Ref<PictureChooserHandle> }

/** The library beside an article: a dialog that opens when it is asked. Shows nothing until then. */
export function PictureChooser({ language, ref }: Props) {
  const words = mediaWordsIn(language)
  const dialog = useRef<HTMLDialogElement>(null)
  const answer = useRef<(chosen: LibraryChoice | null) => void>(() => {})
  const [purpose, setPurpose] = useState<'none' | 'choose' | 'explain'>('none')
  const { line, uploads } = useUploads()

  useImperativeHandle(ref, () => ({
    choose: () =>
      new Promise((resolve) => {
        answer.current = resolve
        setPurpose('choose')
      }),
    upload: async (files, tell) => {
      const taken = await take(line, files, tell)
      if (taken.length < files.length) setPurpose((now) => (now === 'none' ? 'explain' : now))
      else line.clear()
      return taken.length > 0 ? taken : null
    },
  }))
  useEffect(() => {
    if (purpose !== 'none') dialog.current?.showModal()
  }, [purpose])

  const settle = (chosen: LibraryChoice | null) => {
    answer.current(chosen)
    answer.current = () => {}
    line.clear()
    setPurpose('none')
  }
  if (purpose === 'none') return null
  return (
    <dialog ref={dialog} className="chooser" aria-labelledby="chooser-title" onClose={() => settle(null)}>
      <header className="desk-head">
        <h2 id="chooser-title">{purpose === 'choose' ? words.choose : words.uploads}</h2>
        <button className="button second small" type="button" onClick={() => settle(null)}>
          {purpose === 'choose' ? words.cancel : words.close}
        </button>
      </header>
      {purpose === 'choose' ? (
        <LibrarySearch language={language} line={line} uploads={uploads} choose={settle} />
      ) : (
        <UploadList language={language} line={line} uploads={uploads} />
      )}
    </dialog>
  )
}

async function take(line: UploadLine, files: readonly File[], tell: (share: number) => void): Promise<LibraryChoice[]> {
  return (await line.add(files, tell)).flatMap(pictureOf)
}

function pictureOf({ state }: Upload): LibraryChoice[] {
  return state.kind === 'added' || state.kind === 'known' ? [state.picture] : []
}

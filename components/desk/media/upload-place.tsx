'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { FileButton } from '@/components/desk/media/file-button'
import { UploadList } from '@/components/desk/media/upload-list'
import { useFilesFromOutside } from '@/components/desk/media/use-files-from-outside'
import { useUploads } from '@/components/desk/media/use-uploads'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import type { Language } from '@/lib/languages'

/** Where pictures come into the library: chosen, photographed, dropped anywhere on the page, or pasted. */
export function UploadPlace({ language }: { language: Language }) {
  const words = mediaWordsIn(language)
  const router = useRouter()
  const { line, uploads } = useUploads()
  const take = useCallback(
    async (files: readonly File[]) => {
      const done = await line.add(files)
      if (done.some(({ state }) => state.kind === 'added')) router.refresh()
    },
    [line, router],
  )
  const isOver = useFilesFromOutside(take)
  return (
    <div className="upload-place">
      <div className="desk-actions">
        <FileButton label={words.upload} take={take} />
        <FileButton label={words.photograph} take={take} isCamera />
        <p className="quiet">
          <span className="drop-hint">{words.dropHint}</span> {words.formats}
        </p>
      </div>
      {isOver && <p className="drop-over">{words.drop}</p>}
      <UploadList language={language} line={line} uploads={uploads} />
    </div>
  )
}

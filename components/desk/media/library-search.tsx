import { useCallback, useState } from 'react'
import type { LibraryChoice } from '@/components/desk/media/contract'
import { FileButton } from '@/components/desk/media/file-button'
import { isSettled, type Upload, type UploadLine } from '@/components/desk/media/upload-line'
import { UploadList } from '@/components/desk/media/upload-list'
import { useFilesFromOutside } from '@/components/desk/media/use-files-from-outside'
import { useLibrarySearch } from '@/components/desk/media/use-library-search'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { counted, filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  line: UploadLine
  uploads: readonly Upload[]
  choose: (picture: LibraryChoice) => void
}

/** Finds a picture of the library, or brings one into it. One that is brought alone is the one that is meant. */
export function LibrarySearch({ language, line, uploads, choose }: Props) {
  const words = mediaWordsIn(language)
  const [typed, setTyped] = useState('')
  const { pictures, hasMore, isLooking, hasFailed, more, again } = useLibrarySearch(typed)
  const take = useCallback(
    async (files: readonly File[]) => {
      const done = await line.add(files)
      const [only] = done
      if (done.length === 1 && (only?.state.kind === 'added' || only?.state.kind === 'known')) choose(only.state.picture)
      else again()
    },
    [line, choose, again],
  )
  const isOver = useFilesFromOutside(take)
  return (
    <>
      <div className="chooser-tools">
        <p className="field">
          <label className="visually-hidden" htmlFor="chooser-q">
            {words.search}
          </label>
          <input
            id="chooser-q"
            type="search"
            dir="auto"
            maxLength={200}
            placeholder={words.search}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </p>
        <FileButton label={words.upload} take={take} />
        <FileButton label={words.photograph} take={take} isCamera />
      </div>
      {isOver && <p className="drop-over">{words.drop}</p>}
      <UploadList language={language} line={line} uploads={uploads} />
      <p className="quiet" role="status">
        {hasFailed ? words.searchFailed : !isLooking && counted(language, pictures.length, words.found)}
      </p>
      <ul className="library" aria-label={words.pictures} aria-busy={isLooking || !uploads.every(isSettled)}>
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button
              className="library-choice"
              type="button"
              aria-label={filled(words.chooseThis, { caption: nameOf(picture) || words.noCaption })}
              onClick={() => choose(picture)}
            >
              <span className="library-picture">{picture.src && <img src={picture.src} alt="" loading="lazy" />}</span>
              <span className="library-caption">
                <bdi>{nameOf(picture) || words.noCaption}</bdi>
              </span>
              <span className="library-credit">
                <bdi>{picture.credit}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasMore && (
        <button className="button second small" type="button" onClick={more}>
          {words.more}
        </button>
      )}
    </>
  )
}

function nameOf({ caption, alt }: LibraryChoice): string {
  return caption || alt
}

'use client'

import { type ReactNode, useState } from 'react'
import { DeskMoment } from '@/components/desk/desk-moment'
import type { PictureFacts } from '@/components/desk/editor/contract'
import { LeftNote } from '@/components/desk/left-note'
import { PictureChooser } from '@/components/desk/media/picture-chooser'
import { AddBar } from '@/components/desk/newsletter-editions/add-bar'
import { ArticleSearch } from '@/components/desk/newsletter-editions/article-search'
import { EditionConflict } from '@/components/desk/newsletter-editions/edition-conflict'
import type { EditionDesk } from '@/components/desk/newsletter-editions/edition-desk'
import type { EditionMoves } from '@/components/desk/newsletter-editions/edition-moves'
import { EditionSaveBar } from '@/components/desk/newsletter-editions/edition-save-bar'
import type { ToldEdition } from '@/components/desk/newsletter-editions/edition-standing'
import { ItemList } from '@/components/desk/newsletter-editions/item-list'
import { MailPreview } from '@/components/desk/newsletter-editions/mail-preview'
import { StateBar } from '@/components/desk/newsletter-editions/state-bar'
import { SubjectFields } from '@/components/desk/newsletter-editions/subject-fields'
import { useEdition } from '@/components/desk/newsletter-editions/use-edition'
import { useKnown } from '@/components/desk/newsletter-editions/use-known'
import { usePreview } from '@/components/desk/newsletter-editions/use-preview'
import { VersionList } from '@/components/desk/newsletter-editions/version-list'
import { editionWordsIn } from '@/components/desk/newsletter-editions/words/words'
import { asSaved } from '@/components/desk/newsletter-editions/written-edition'
import type { EditionInput, ItemArticle } from '@/db/newsletter-editions/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  /** Of the newsletter. */
  written: Language
  personId: string
  editionId: string
  version: number
  content: EditionInput
  articles: readonly ItemArticle[]
  pictures: Record<string, PictureFacts>
  told: ToldEdition
  moves: EditionMoves
  /** What can be done while it is being sent. */
  sending?: ReactNode
}

/** Where an edition of a newsletter is composed, looked at as it will arrive, and handed on. */
export function EditionEditor({ language, timeZone, written, editionId, moves, sending = null, ...props }: Props) {
  const words = editionWordsIn(language)
  const [said, say] = useState('')
  const { articles, learn, pictures, chooser, choosePicture } = useKnown(props)
  const { edition, version, state, ...work } = useEdition({ editionId, ...props })
  const { standing, versions } = work.told
  const isReadOnly = standing.verdicts.save !== 'allowed'
  const known = { articles, pictures }
  const { preview, isAway } = usePreview(editionId, asSaved(edition))
  const desk: EditionDesk = {
    ...{ editionId, words, language, written, timeZone, edition, known, learn, choosePicture, say, isReadOnly },
    ...{ present: work.present, change: work.change },
  }
  const { left } = work
  return (
    <div className="edition-editor">
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      <div className="edition-compose">
        <EditionSaveBar words={words} state={state} isReadOnly={isReadOnly} save={work.save} />
        {left && (
          <LeftNote words={words} take={() => work.takeLeft(left)} forget={() => work.forgetLeft(left)}>
            <DeskMoment language={language} timeZone={timeZone} moment={left.at} />
          </LeftNote>
        )}
        {state.phase === 'conflict' && (
          <EditionConflict
            {...{ words, written, known, theirs: state.theirs, mine: asSaved(edition) }}
            keep={() => work.saveOver(state.theirs.version)}
            take={() => work.take(state.theirs)}
          />
        )}
        <SubjectFields desk={desk} />
        <ItemList desk={desk} />
        {!isReadOnly && <AddBar desk={desk} />}
        {!isReadOnly && <ArticleSearch desk={desk} />}
      </div>
      <div className="edition-aside">
        <StateBar {...{ words, language, timeZone, editionId, version, standing, moves, sending }} isUnsaved={!work.isSaved} />
        <MailPreview {...{ words, language, written, preview, isAway }} />
        <VersionList desk={desk} versions={versions} />
      </div>
      <PictureChooser ref={chooser} language={language} />
    </div>
  )
}

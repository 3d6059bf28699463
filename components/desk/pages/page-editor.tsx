'use client'

import { useRef } from 'react'
import { useChoosers } from '@/components/desk/article/use-choosers'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { DeskMoment } from '@/components/desk/desk-moment'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import type { BodyEditorHandle, PictureFacts } from '@/components/desk/editor/contract'
import { LeftNote } from '@/components/desk/left-note'
import { PageConflict } from '@/components/desk/pages/page-conflict'
import type { PageFields, SeenPage } from '@/components/desk/pages/page-draft'
import { PageFieldList } from '@/components/desk/pages/page-field-list'
import { PageHeadline } from '@/components/desk/pages/page-headline'
import { PageSaveBar } from '@/components/desk/pages/page-save-bar'
import { usePage } from '@/components/desk/pages/use-page'
import { pageWordsIn } from '@/components/desk/pages/words/words'
import type { Body } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  timeZone: string
  edition: Language
  personId: string
  seen: SeenPage
  fields: PageFields
  body: Body
  counterparts: readonly { id: string; name: string; language: Language }[]
  pictures: Record<string, PictureFacts>
  articles: Record<string, { headline: string }>
}

const nothingCommented: ReadonlySet<string> = new Set()

/** Where a standing page is written. It is saved whole; what somebody else saved meanwhile is shown beside, and nothing typed is lost. */
export function PageEditor({
  language,
  timeZone,
  edition,
  personId,
  body,
  counterparts,
  pictures: given,
  articles,
  seen,
  fields: begun,
}: Props) {
  const words = pageWordsIn(language)
  const editor = useRef<BodyEditorHandle>(null)
  const read = () => editor.current?.body() ?? body
  const text = { read, replace: (theirs: Body) => editor.current?.setBody(theirs) }
  const page = usePage({ edition, personId, seen, fields: begun }, text)
  const { fields, state, touch, change, save, saveOver, take, left } = page
  const around = { language, textLanguage: edition, words: articleWordsIn(language), pictures: given }
  const { dialogs, pictures, ...choose } = useChoosers(around)

  return (
    <div className="article-editor">
      <PageSaveBar words={words} state={state} save={save} />
      {left && (
        <LeftNote words={words} take={() => page.takeLeft(left)} forget={() => page.forgetLeft(left)}>
          <DeskMoment language={language} timeZone={timeZone} moment={left.at} />
        </LeftNote>
      )}
      {state.phase === 'conflict' && (
        <PageConflict
          {...{ language, edition, pictures, articles }}
          theirs={state.theirs}
          ours={{ ...fields, body: read() }}
          keep={() => saveOver(state.theirs.version)}
          take={() => take(state.theirs)}
        />
      )}
      <div className="write" lang={edition} dir={edition === 'ar' ? 'rtl' : 'ltr'}>
        <PageHeadline words={words} fields={fields} change={change} />
        <BodyEditor
          ref={editor}
          language={language}
          textLanguage={edition}
          initial={body}
          onChange={touch}
          {...choose}
          pictures={pictures}
          articles={articles}
          commented={nothingCommented}
        />
      </div>
      <PageFieldList {...{ language, edition, fields, counterparts, change }} />
      {dialogs}
    </div>
  )
}

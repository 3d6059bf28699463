'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ArticleDraft, type DraftOptions } from '@/components/desk/article/article-draft'
import { ArticleFields, type Names } from '@/components/desk/article/article-fields'
import { type Discussion, DiscussionList } from '@/components/desk/article/discussion-list'
import { DraftNotes } from '@/components/desk/article/draft-notes'
import { HeadlineFields } from '@/components/desk/article/headline-fields'
import { HeroField } from '@/components/desk/article/hero-field'
import { useChoosers } from '@/components/desk/article/use-choosers'
import { articleWordsIn } from '@/components/desk/article/words/words'
import { BodyEditor } from '@/components/desk/editor/body-editor'
import type { BodyEditorHandle, PictureFacts } from '@/components/desk/editor/contract'
import type { Passage } from '@/components/desk/workflow/comment-parts'
import type { Language } from '@/lib/languages'

type Props = DraftOptions & {
  language: Language
  textLanguage: Language
  timeZone: string
  isReadOnly: boolean
  sections: readonly { id: string; name: string }[]
  names: Names
  pictures: Record<string, PictureFacts>
  discussion: Discussion
  /** What stands beside the text under its fields. */
  children?: ReactNode
}

/** Where an article is written: the text as readers see it, what belongs to it beside, and how it is kept above. */
export function ArticleEditor({ discussion, names, pictures: given, sections, children, ...options }: Props) {
  const { language, textLanguage, isReadOnly } = options
  const words = articleWordsIn(language)
  const { draft, state } = useDraft(options)
  const { known, learn } = useNames(names)
  const articles = useMemo(() => headlinesOf(known), [known])
  const { dialogs, pictures, ...choose } = useChoosers({ language, textLanguage, words, pictures: given })
  const [passage, setPassage] = useState<Passage | null>(null)
  const commented = useMemo(
    () => new Set(discussion.threads.flatMap(({ blockId, resolved }) => (resolved ? [] : (blockId ?? [])))),
    [discussion],
  )
  const editor = useRef<BodyEditorHandle>(null)
  const change = useCallback((part: Parameters<ArticleDraft['changeFields']>[0]) => draft.changeFields(part), [draft])

  useEffect(() => {
    draft.showBody = (body) => editor.current?.setBody(body)
    return isReadOnly ? undefined : draft.start()
  }, [draft, isReadOnly])

  return (
    <div className="article-editor">
      <DraftNotes {...options} draft={draft} state={state} sections={sections} names={known} pictures={pictures} />
      <div className="write" lang={textLanguage} dir={textLanguage === 'ar' ? 'rtl' : 'ltr'}>
        <HeadlineFields words={words} fields={state.fields} change={change} isReadOnly={isReadOnly} />
        <BodyEditor
          ref={editor}
          language={language}
          textLanguage={textLanguage}
          initial={options.base.content.body}
          onChange={(read) => draft.changeBody(read)}
          {...choose}
          pictures={pictures}
          articles={articles}
          commented={commented}
          onComment={(blockId, quote) => setPassage({ blockId, quote })}
          isReadOnly={isReadOnly || state.keeper === null}
        />
      </div>
      <div className="article-aside">
        <DiscussionList
          {...options}
          {...discussion}
          passage={passage}
          onSaid={() => setPassage(null)}
          leave={() => editor.current?.focus()}
        />
        <ArticleFields
          {...{ words, textLanguage, sections, learn, change, isReadOnly }}
          fields={state.fields}
          names={known}
          hero={
            <HeroField
              words={words}
              hero={state.fields.hero}
              pictures={pictures}
              choosePicture={choose.choosePicture}
              change={(hero) => change({ hero })}
            />
          }
        />
        {children}
      </div>
      {dialogs}
    </div>
  )
}

function headlinesOf({ articles }: Names): Record<string, { headline: string }> {
  return Object.fromEntries(Object.entries(articles).map(([id, headline]) => [id, { headline }]))
}

function useDraft(options: DraftOptions) {
  const [draft] = useState(() => new ArticleDraft(options))
  const state = useSyncExternalStore(
    draft.subscribe,
    () => draft.state,
    () => draft.state,
  )
  return { draft, state }
}

/** Names of what is referred to, those learned by choosing included. */
function useNames(given: Names) {
  const [known, setKnown] = useState(given)
  const learn = useCallback((kind: keyof Names, id: string, name: string) => {
    setKnown((old) => ({ ...old, [kind]: { ...old[kind], [id]: name } }))
  }, [])
  return { known, learn }
}

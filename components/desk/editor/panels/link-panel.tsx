import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { addressFrom, type LinkTarget, linkHere, removeLink, setLink } from '@/components/desk/editor/commands/links'
import type { BodyEditorProps, ChosenArticle } from '@/components/desk/editor/contract'
import { Panel } from '@/components/desk/editor/panels/panel'
import type { EditorWords } from '@/components/desk/editor/words/en'
import { filled } from '@/components/words/words'

type Props = Pick<BodyEditorProps, 'articles' | 'chooseArticle'> & {
  editor: Editor
  words: EditorWords
  knowArticle: (article: ChosenArticle) => void
  close: () => void
}

/** Where the selected words lead: to an address, or to an article of ours whatever its address becomes. */
export function LinkPanel({ editor, words, articles, chooseArticle, knowArticle, close }: Props) {
  const [here] = useState(() => linkHere(editor.state))
  const [typed, setTyped] = useState(() => String(here?.target.href ?? ''))
  const [isFaulty, setIsFaulty] = useState(false)
  const headline = articles[here?.target.articleId]?.headline
  const lead = (target: LinkTarget, text: string) => {
    const tr = setLink(editor.state, target, text)
    if (tr) editor.view.dispatch(tr)
    close()
  }
  const apply = () => {
    const href = addressFrom(typed)
    setIsFaulty(href === null)
    if (href !== null) lead({ href, articleId: null }, typed.trim())
  }
  const choose = async () => {
    const article = await chooseArticle()
    if (!article) return
    knowArticle(article)
    lead({ href: null, articleId: article.id }, article.headline)
  }
  const remove = () => {
    const tr = removeLink(editor.state)
    if (tr) editor.view.dispatch(tr)
    close()
  }
  return (
    <Panel label={words.link} close={close} onSubmit={apply}>
      <label>
        {words.address}
        <input
          value={typed}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          maxLength={2000}
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? 'link-fault' : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit">{words.apply}</button>
      <button type="button" onClick={() => void choose()}>
        {words.articleOfOurs}
      </button>
      {here && (
        <button type="button" onClick={remove}>
          {words.removeLink}
        </button>
      )}
      <button type="button" onClick={close}>
        {words.close}
      </button>
      {headline && <p className="panel-note">{filled(words.leadsTo, { headline })}</p>}
      {isFaulty && (
        <p className="fault" id="link-fault" role="alert">
          {words.badAddress}
        </p>
      )}
    </Panel>
  )
}

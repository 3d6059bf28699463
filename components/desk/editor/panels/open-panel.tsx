import type { Editor } from '@tiptap/react'
import { EmbedPanel } from '@/components/desk/editor/panels/embed-panel'
import { FindPanel } from '@/components/desk/editor/panels/find-panel'
import { HelpSheet } from '@/components/desk/editor/panels/help-sheet'
import { LanguagePanel } from '@/components/desk/editor/panels/language-panel'
import { LinkPanel } from '@/components/desk/editor/panels/link-panel'
import type { PanelName } from '@/components/desk/editor/tools'
import type { AroundText } from '@/components/desk/editor/views/around'
import type { Language } from '@/lib/languages'

type Props = {
  panel: PanelName | null
  editor: Editor
  language: Language
  around: AroundText
  say: (note: string) => void
  close: () => void
}

/** Whichever form is open beside the text. */
export function OpenPanel({ panel, editor, language, around, say, close }: Props) {
  const { words } = around
  switch (panel) {
    case null:
      return null
    case 'link': {
      const { articles, chooseArticle, knowArticle } = around
      return <LinkPanel {...{ editor, words, articles, chooseArticle, knowArticle, close }} />
    }
    case 'lang':
      return <LanguagePanel editor={editor} language={language} words={words} close={close} />
    case 'embed':
      return <EmbedPanel editor={editor} words={words} close={close} />
    case 'find':
      return <FindPanel editor={editor} language={language} words={words} say={say} close={close} />
    case 'help':
      return <HelpSheet words={words} close={close} />
  }
}

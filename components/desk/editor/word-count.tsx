import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { EditorWords } from '@/components/desk/editor/words/en'
import { counted } from '@/components/words/words'
import { bodyText, countWords, readingMinutes } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

const pause = 400

type Props = { editor: Editor; language: Language; words: EditorWords }

/** How long the text is and how long it takes to read; counted when whoever types pauses. */
export function WordCount({ editor, language, words }: Props) {
  const [count, setCount] = useState(() => countIn(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setCount(countIn(editor)), pause)
    }
    // Not `update`: a body that was merged in is counted too.
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => transaction.docChanged && later()
    editor.on('transaction', changed)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', changed)
    }
  }, [editor])
  return (
    <p className="word-count">
      {counted(language, count, words.words)} · {counted(language, readingMinutes(count), words.minutes)}
    </p>
  )
}

function countIn(editor: Editor): number {
  return countWords(bodyText(editor.state.doc.toJSON()))
}

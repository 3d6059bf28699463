import { type Editor, useEditorState } from '@tiptap/react'
import { linkHere } from '@/components/desk/editor/commands/links'
import { hasMark, type SimpleMark, toggleNamed } from '@/components/desk/editor/commands/marks'
import { Icon } from '@/components/desk/editor/toolbar/icon'
import { ToolButton } from '@/components/desk/editor/toolbar/tool-button'
import { type PanelName, run } from '@/components/desk/editor/tools'
import type { EditorWords } from '@/components/desk/editor/words/en'

const signs: [SimpleMark, string][] = [
  ['strong', 'B'],
  ['em', 'I'],
  ['sub', 'x₂'],
  ['sup', 'x²'],
]

type Props = { editor: Editor; words: EditorWords; panel: PanelName | null; open: (panel: PanelName) => void }

/** What words can carry: weight, slope, place, a link, a language. */
export function MarkTools({ editor, words, panel, open }: Props) {
  const state = useEditorState({ editor, selector: standing })
  return (
    <>
      {signs.map(([name, sign]) => (
        <ToolButton
          key={name}
          label={words[name]}
          sign={sign}
          shortcut={name}
          isPressed={state.marks[name]}
          isDisabled={!state.allows[name]}
          onPress={() => run(editor, toggleNamed(name))}
        />
      ))}
      <ToolButton
        label={words.link}
        shortcut="link"
        isPressed={state.isLink}
        isExpanded={panel === 'link'}
        onPress={() => open('link')}
      >
        <Icon name="link" />
      </ToolButton>
      <ToolButton
        label={words.lang}
        shortcut="lang"
        isPressed={state.isForeign}
        isExpanded={panel === 'lang'}
        onPress={() => open('lang')}
      >
        <Icon name="lang" />
      </ToolButton>
    </>
  )
}

/** Compared by value: typing on changes none of it, so nothing is drawn again. */
function standing({ editor: { state } }: { editor: Editor }) {
  return {
    marks: byMark((name) => hasMark(state, name)),
    allows: byMark((name) => toggleNamed(name)(state)),
    isLink: linkHere(state) !== null,
    isForeign: hasMark(state, 'lang'),
  }
}

function byMark(ask: (name: SimpleMark) => boolean): Record<SimpleMark, boolean> {
  return { strong: ask('strong'), em: ask('em'), sub: ask('sub'), sup: ask('sup') }
}

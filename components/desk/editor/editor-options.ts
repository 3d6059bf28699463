import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import type { UseEditorOptions } from '@tiptap/react'
import type { EditorHost } from '@/components/desk/editor/host'
import { blockIds } from '@/components/desk/editor/plugins/block-ids'
import { caret } from '@/components/desk/editor/plugins/caret'
import { find } from '@/components/desk/editor/plugins/find'
import { typedBlocks } from '@/components/desk/editor/plugins/input-rules'
import { keys } from '@/components/desk/editor/plugins/keys'
import { pasting } from '@/components/desk/editor/plugins/pasting'
import { shownBlocks } from '@/components/desk/editor/plugins/shown-blocks'
import { tableShape } from '@/components/desk/editor/plugins/table-shape'
import { textDirection } from '@/components/desk/editor/plugins/text-direction'
import { uploads } from '@/components/desk/editor/plugins/uploads'
import { bodyExtensions } from '@/components/desk/editor/schema/body-extensions'
import { bodyViews } from '@/components/desk/editor/views/body-views'
import type { Body } from '@/db/body/rules'
import { directionOf, type Language } from '@/lib/languages'

type Wanted = { initial: Body; textLanguage: Language; isReadOnly: boolean; host: EditorHost }

/** What the editor is made of. Of Tiptap's own behaviour only what our plugins do not do themselves. */
export function editorOptions({ initial, textLanguage, isReadOnly, host }: Wanted): UseEditorOptions {
  const direction = directionOf(textLanguage)
  const writing = Extension.create({
    name: 'writing',
    addProseMirrorPlugins() {
      return [
        caret(),
        typedBlocks(this.editor.schema),
        ...keys(),
        pasting(host),
        uploads(),
        tableShape(),
        blockIds(),
        textDirection(direction),
        shownBlocks(host.words.placeholder),
        find(),
        history(),
        dropCursor({ class: 'drop-cursor', color: false }),
        gapCursor(),
      ]
    },
  })
  return {
    content: initial,
    extensions: [...bodyExtensions(bodyViews), writing],
    editable: !isReadOnly,
    immediatelyRender: false,
    // Its style element has no nonce; what the text needs is in the dashboard's style sheets.
    injectCSS: false,
    enableCoreExtensions: { keymap: false, delete: false, drop: false, paste: false, textDirection: false },
    editorProps: {
      attributes: {
        class: 'body-text',
        role: 'textbox',
        'aria-label': host.words.text,
        'aria-multiline': 'true',
        lang: textLanguage,
        dir: direction,
      },
    },
  }
}

import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import type { UseEditorOptions } from '@tiptap/react'
import { blockIds } from '@/components/desk/editor/plugins/block-ids'
import { keys } from '@/components/desk/editor/plugins/keys'
import { textDirection } from '@/components/desk/editor/plugins/text-direction'
import { bodyExtensions } from '@/components/desk/editor/schema/body-extensions'
import { bodyViews } from '@/components/desk/editor/views/body-views'
import type { Body } from '@/db/body/rules'
import { directionOf, type Language } from '@/lib/languages'

type Wanted = { initial: Body; textLanguage: Language; label: string; isReadOnly: boolean }

/** What the editor is made of. Of Tiptap's own behaviour only what our commands do not do themselves. */
export function editorOptions({ initial, textLanguage, label, isReadOnly }: Wanted): UseEditorOptions {
  const direction = directionOf(textLanguage)
  const writing = Extension.create({
    name: 'writing',
    addProseMirrorPlugins: () => [
      ...keys(),
      blockIds(),
      textDirection(direction),
      history(),
      dropCursor({ class: 'drop-cursor', color: false }),
      gapCursor(),
    ],
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
      attributes: { class: 'body-text', 'aria-label': label, 'aria-multiline': 'true', lang: textLanguage, dir: direction },
    },
  }
}

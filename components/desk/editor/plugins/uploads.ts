import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { newBlockId } from '@/components/desk/editor/block-id'
import type { ChosenPicture } from '@/components/desk/editor/contract'
import type { EditorHost } from '@/components/desk/editor/host'
import { counted } from '@/components/words/words'

type Change = { add: { id: string; at: number; label: string } } | { remove: string }

const key = new PluginKey<DecorationSet>('uploads')

/** Holds the places of pictures that are being uploaded, wherever the text around them goes meanwhile. */
export function uploads(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, waiting) => {
        const moved = waiting.map(tr.mapping, tr.doc)
        const change: Change | undefined = tr.getMeta(key)
        if (!change) return moved
        if ('remove' in change) return moved.remove(moved.find(undefined, undefined, ({ id }) => id === change.remove))
        const { id, at, label } = change.add
        return moved.add(tr.doc, [Decoration.widget(at, () => progressOf(id, label), { id, key: id, side: -1 })])
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Uploads pictures and puts them where `at` has gone by then. Those that are refused leave nothing behind. */
export async function uploadInto(view: EditorView, files: readonly File[], at: number, host: EditorHost): Promise<void> {
  const pictures = files.filter(({ type }) => type.startsWith('image/'))
  if (pictures.length < files.length) host.say(host.words.onlyPictures)
  if (pictures.length === 0) return
  const id = newBlockId()
  const label = counted(host.language, pictures.length, host.words.uploading)
  change(view, { add: { id, at, label } })
  const uploaded = await host
    .upload(pictures, (share) => tellShare(view, id, share))
    .catch(() => {
      host.say(host.words.uploadFailed)
      return null
    })
  if (view.isDestroyed) return
  const place = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from
  change(view, { remove: id })
  if (uploaded && place !== undefined) putFigures(view, uploaded, place, host)
}

function putFigures(view: EditorView, pictures: ChosenPicture[], at: number, host: EditorHost): void {
  host.know(pictures)
  const figures = pictures.map((picture) => view.state.schema.node('figure', { mediaId: picture.id }))
  view.dispatch(view.state.tr.insert(at, figures))
}

function change(view: EditorView, what: Change): void {
  view.dispatch(view.state.tr.setMeta(key, what).setMeta('addToHistory', false))
}

function progressOf(id: string, label: string): HTMLElement {
  const place = document.createElement('div')
  place.className = 'uploading'
  place.dataset.upload = id
  place.setAttribute('role', 'status')
  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', label)
  place.append(label, bar)
  return place
}

function tellShare(view: EditorView, id: string, share: number): void {
  const bar = view.dom.querySelector(`[data-upload="${id}"] progress`)
  if (bar instanceof HTMLProgressElement) bar.value = share
}

import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { newBlockId } from '@/components/desk/editor/block-id'
import { placeForBlocks } from '@/components/desk/editor/commands/insert-blocks'
import { addressFrom, linkHere, setLink } from '@/components/desk/editor/commands/links'
import type { EditorHost } from '@/components/desk/editor/host'
import { cleanHtml, withoutHandlers } from '@/components/desk/editor/paste/clean-html'
import { fileFrom, type PastedPictures } from '@/components/desk/editor/paste/pictures'
import { paragraphsOfText } from '@/components/desk/editor/paste/plain-text'
import { placeOf } from '@/components/desk/editor/plugins/shown-blocks'
import { uploadInto } from '@/components/desk/editor/plugins/uploads'
import { counted } from '@/components/words/words'

const nothing: PastedPictures = { carried: [], dropped: 0 }

/** Reads what comes from the clipboard or is dropped: words into our nodes and marks, pictures into the library. */
export function pasting(host: EditorHost): Plugin {
  let pictures = nothing
  const take = () => {
    const taken = pictures
    pictures = nothing
    return taken
  }
  return new Plugin({
    props: {
      transformPastedHTML: (source) => {
        const html = withoutHandlers(source)
        // What comes from here or another such editor is clean; its ids tell what was cut and moved.
        if (html.includes('data-pm-slice')) return html
        const { body } = new DOMParser().parseFromString(html, 'text/html')
        pictures = cleanHtml(body, newBlockId)
        return body.innerHTML
      },
      clipboardTextParser: (text, _context, _plain, { state: { schema } }) => {
        const paragraphs = paragraphsOfText(text).map((lines) => schema.node('paragraph', null, linesOf(lines, schema)))
        return new Slice(Fragment.from(paragraphs), paragraphs.length > 0 ? 1 : 0, paragraphs.length > 0 ? 1 : 0)
      },
      handlePaste: (view, event, slice) => paste(view, event, slice, take(), host),
      handleDrop: (view, event, _slice, isMoved) => !isMoved && drop(view, event, take(), host),
    },
  })
}

function linesOf(lines: string[], schema: Schema): Node[] {
  return lines.flatMap((line, place) => [...(place > 0 ? [schema.node('hardBreak')] : []), ...(line ? [schema.text(line)] : [])])
}

function paste(view: EditorView, event: ClipboardEvent, slice: Slice, pictures: PastedPictures, host: EditorHost): boolean {
  const files = [...(event.clipboardData?.files ?? [])]
  // Word puts a picture of the words beside them. The words beside a file from a file manager are only its name.
  const isMarkup = event.clipboardData?.types.includes('text/html') ?? false
  if (files.length > 0 && !(isMarkup && hasWords(slice))) {
    void uploadInto(view, files, placeForBlocks(view.state).from, host)
    return true
  }
  tellDropped(pictures, host)
  if (holdsOneLine.has(view.state.selection.$from.parent.type.name)) {
    pasteLine(view, slice, pictures, host)
    return true
  }
  if (pictures.carried.length > 0) {
    pasteWithPictures(view, slice, pictures, host)
    return true
  }
  return pasteAddress(view, event.clipboardData?.getData('text/plain').trim() ?? '')
}

/** Blocks that pasted paragraphs must not come apart on. */
const holdsOneLine: ReadonlySet<string> = new Set(['figure', 'gallery', 'pullQuote', 'tableCell', 'tableHeader'])

/** The words go into the line; pictures have no place in it, and go behind its block. */
function pasteLine(view: EditorView, slice: Slice, { carried }: PastedPictures, host: EditorHost): void {
  const blocks = pictureBlocksIn(slice)
  const aside: ReadonlySet<unknown> = new Set([...blocks, ...carried.map(({ id }) => id)])
  const line = asOneLine(slice, aside, view.state.schema)
  const { tr } = view.state
  if (aside.size === 0 || hasWords(line)) tr.replaceSelection(line)
  if (blocks.length > 0) tr.insert(placeForBlocks(tr).from, blocks)
  view.dispatch(tr.scrollIntoView())
  const files = carried.flatMap(({ source }) => fileFrom(source) ?? [])
  if (files.length < carried.length) host.say(host.words.uploadFailed)
  void uploadInto(view, files, placeForBlocks(view.state).from, host)
}

/** Whole pictures of a slice. Of one that was cut in its caption only the words were taken. */
function pictureBlocksIn({ content, openStart, openEnd }: Slice): Node[] {
  const isWhole = (place: number) => (place > 0 || openStart === 0) && (place < content.childCount - 1 || openEnd === 0)
  return content.content.filter((node, place) => ['figure', 'gallery'].includes(node.type.name) && isWhole(place))
}

/** The words of a slice with line breaks between its blocks, without the blocks that go elsewhere, given by themselves or by id. */
function asOneLine({ content }: Slice, aside: ReadonlySet<unknown>, schema: Schema): Slice {
  const lines: Node[][] = []
  content.descendants((node) => {
    if (aside.has(node) || aside.has(node.attrs.id)) return false
    if (node.isTextblock) lines.push([...node.children])
    else if (node.isInline) lines.push([...(lines.pop() ?? []), node])
    return !node.isTextblock
  })
  const inline = lines.flatMap((line, place) => (place > 0 ? [schema.node('hardBreak'), ...line] : line))
  return new Slice(Fragment.from(inline), 0, 0)
}

function drop(view: EditorView, event: DragEvent, pictures: PastedPictures, host: EditorHost): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0) {
    tellDropped(pictures, host)
    return false
  }
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.doc.content.size
  void uploadInto(view, files, boundaryNear(view, at), host)
  return true
}

/** The place between two blocks at the top that is nearest to what was dropped. */
function boundaryNear({ state: { doc, schema } }: EditorView, at: number): number {
  const point = dropPoint(doc, at, new Slice(Fragment.from(schema.node('divider')), 0, 0)) ?? doc.content.size
  const $point = doc.resolve(point)
  return $point.depth > 0 ? $point.after(1) : point
}

/** The empty paragraphs that hold the places of pictures give way to them. */
function pasteWithPictures(view: EditorView, slice: Slice, { carried }: PastedPictures, host: EditorHost): void {
  const tr = view.state.tr.replaceSelection(slice)
  const waiting: { file: File; at: number }[] = []
  for (const { id, source } of carried) {
    const file = fileFrom(source)
    if (!file) host.say(host.words.uploadFailed)
    const at = placeOf(tr.doc, id)
    const $at = at === null ? null : tr.doc.resolve(at)
    const isOnTop = $at?.depth === 0 && tr.doc.childCount > 1
    if (file) waiting.push({ file, at: $at ? ($at.depth > 0 ? $at.after(1) : $at.pos) : placeForBlocks(tr).from })
    if ($at && isOnTop) tr.delete($at.pos, $at.pos + 2)
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  for (const { file, at } of waiting) void uploadInto(view, [file], Math.min(at, view.state.doc.content.size), host)
}

function tellDropped({ dropped }: PastedPictures, host: EditorHost): void {
  if (dropped > 0) host.say(counted(host.language, dropped, host.words.picturesDropped))
}

/** An address pasted over words links them; alone it is a link that shows itself. */
function pasteAddress(view: EditorView, text: string): boolean {
  const { selection } = view.state
  const href = /^(https?:\/\/|mailto:)\S+$/.test(text) ? addressFrom(text) : null
  if (!href || !selection.$from.sameParent(selection.$to) || (selection.empty && linkHere(view.state))) return false
  const tr = setLink(view.state, { href, articleId: null }, text)
  if (tr) view.dispatch(tr)
  return tr !== null
}

function hasWords({ content }: Slice): boolean {
  return content.textBetween(0, content.size).trim() !== ''
}

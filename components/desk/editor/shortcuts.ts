/** Which keys do what, as ProseMirror names keys. */
export const shortcuts = {
  strong: 'Mod-b',
  em: 'Mod-i',
  sub: 'Mod-,',
  sup: 'Mod-.',
  link: 'Mod-k',
  lang: 'Mod-Alt-l',
  hardBreak: 'Shift-Enter',
  undo: 'Mod-z',
  redo: 'Mod-Shift-z',
  paragraph: 'Mod-Alt-0',
  heading2: 'Mod-Alt-2',
  heading3: 'Mod-Alt-3',
  heading4: 'Mod-Alt-4',
  bulletList: 'Mod-Shift-8',
  orderedList: 'Mod-Shift-7',
  blockquote: 'Mod-Shift-9',
  sink: 'Tab',
  lift: 'Shift-Tab',
  moveUp: 'Alt-ArrowUp',
  moveDown: 'Alt-ArrowDown',
  settings: 'Alt-Enter',
  toToolbar: 'Alt-F10',
  find: 'Mod-f',
  comment: 'Mod-Alt-m',
  focusMode: 'Mod-Shift-f',
  help: 'Mod-/',
} as const

export type ShortcutName = keyof typeof shortcuts

const signsOfApple: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' }
const signs: Record<string, string> = { Mod: 'Ctrl' }
const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' }

/** How the keyboard in front of somebody names a combination of keys. */
export function keysInWords(name: ShortcutName): string {
  const isApple = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
  const keys = shortcuts[name].split(/-(?=.)/)
  const named = keys.map(
    (key) => (isApple ? signsOfApple : signs)[key] ?? arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  )
  return named.join(isApple ? '' : '+')
}

/** The same for assistive technology. */
export function ariaKeys(name: ShortcutName): string {
  return shortcuts[name]
    .split(/-(?=.)/)
    .map((key) => (key === 'Mod' ? 'Control' : key))
    .join('+')
}

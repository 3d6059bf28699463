const symbols: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const names: Record<string, string> = { Mod: 'Ctrl' }

/** How the keyboard in front of somebody names a combination of keys. */
export function shortcutInWords(shortcut: string): string {
  const isApple = typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform)
  const keys = shortcut
    .split(/-(?=.)/)
    .map((key) => (isApple ? symbols[key] : names[key]) ?? (key.length === 1 ? key.toUpperCase() : key))
  return keys.join(isApple ? '' : '+')
}

import type { ReactNode } from 'react'
import { shortcutInWords } from '@/components/desk/editor/shortcuts'

type Props = {
  label: string
  /** As ProseMirror names keys. */
  shortcut?: string
  isPressed?: boolean
  isDisabled?: boolean
  onPress: () => void
  children: ReactNode
}

/**
 * A button of a toolbar. It stays where the arrow keys find it while it can do nothing, and leaves the focus in the text when it
 * is clicked.
 */
export function ToolButton({ label, shortcut, isPressed, isDisabled = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className="tool"
      tabIndex={-1}
      title={shortcut ? `${label} (${shortcutInWords(shortcut)})` : label}
      aria-label={label}
      aria-keyshortcuts={shortcut?.replace('Mod', 'Control').replaceAll('-', '+')}
      aria-pressed={isPressed}
      aria-disabled={isDisabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onPress()
      }}
    >
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'
import { ariaKeys, keysInWords, type ShortcutName } from '@/components/desk/editor/shortcuts'

type Props = {
  label: string
  shortcut?: ShortcutName
  isPressed?: boolean
  isExpanded?: boolean
  isDisabled?: boolean
  onPress: () => void
  children: ReactNode
}

/**
 * A button of a toolbar. It stays where the arrow keys find it while it can do nothing, and leaves the focus in the text when it
 * is clicked.
 */
export function ToolButton({ label, shortcut, isPressed, isExpanded, isDisabled = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className="tool"
      tabIndex={-1}
      title={shortcut ? `${label} (${keysInWords(shortcut)})` : label}
      aria-label={label}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
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

import type { ReactNode } from 'react'
import { ariaKeys, keysInWords, type ShortcutName } from '@/components/desk/editor/shortcuts'

type Props = {
  label: string
  /** Letters that are seen on it: they are part of its name, for whoever says what they see (WCAG 2.2, 2.5.3). */
  sign?: string
  shortcut?: ShortcutName
  isPressed?: boolean
  isExpanded?: boolean
  isDisabled?: boolean
  onPress: () => void
  children?: ReactNode
}

/**
 * A button of a toolbar. It stays where the arrow keys find it while it can do nothing, and leaves the focus in the text when it
 * is clicked.
 */
export function ToolButton({ label, sign, shortcut, isPressed, isExpanded, isDisabled = false, onPress, children }: Props) {
  return (
    <button
      type="button"
      className="tool"
      tabIndex={-1}
      title={shortcut ? `${label} (${keysInWords(shortcut)})` : label}
      aria-label={sign ? `${label}, ${sign}` : label}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-disabled={isDisabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onPress()
      }}
    >
      {sign ? (
        <span className="sign" data-sign={sign}>
          {sign}
        </span>
      ) : (
        children
      )}
    </button>
  )
}

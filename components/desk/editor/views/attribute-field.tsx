import type { ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { useAroundText } from '@/components/desk/editor/views/around'
import { setAttribute } from '@/components/desk/editor/views/set-attribute'

type Props = {
  block: ReactNodeViewProps
  name: string
  label: string
  maxLength: number
  placeholder?: string
  /** What nothing typed is kept as. */
  empty?: null | ''
  isLabelHidden?: boolean
}

/** A line of text that a block keeps as one of its attributes, from the first letter on. */
export function AttributeField({ block, name, label, maxLength, placeholder, empty = '', isLabelHidden }: Props) {
  const { isReadOnly } = useAroundText()
  const kept: string = block.node.attrs[name] ?? ''
  const [typed, setTyped] = useState(kept)
  const [seen, setSeen] = useState(kept)
  // Undone, or merged in from elsewhere.
  if (kept !== seen) {
    setSeen(kept)
    setTyped(kept)
  }
  return (
    <label className="block-field">
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
      <input
        value={typed}
        dir="auto"
        maxLength={maxLength}
        placeholder={placeholder}
        readOnly={isReadOnly}
        onChange={({ target: { value } }) => {
          setTyped(value)
          setAttribute(block, name, value || empty)
        }}
      />
    </label>
  )
}

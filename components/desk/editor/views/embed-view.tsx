import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { addressFrom } from '@/components/desk/editor/commands/links'
import { useAroundText } from '@/components/desk/editor/views/around'
import { AttributeField } from '@/components/desk/editor/views/attribute-field'
import { BlockSettings } from '@/components/desk/editor/views/block-settings'
import { setAttribute } from '@/components/desk/editor/views/set-attribute'
import { providerOf } from '@/db/body/embeds'

/** Something on another site, as the card that readers see. */
export function EmbedView(block: ReactNodeViewProps) {
  const { words } = useAroundText()
  const { id, url, title, provider } = block.node.attrs
  const host = URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : ''
  return (
    <NodeViewWrapper className="embed-card" data-id={id}>
      <p className="embed-face" data-drag-handle="">
        <span className="embed-title">{title || provider || host}</span> <span className="embed-host">{host}</span>
      </p>
      <BlockSettings block={block} label={words.embed}>
        <AttributeField block={block} name="title" label={words.embedTitle} maxLength={300} placeholder={provider || host} />
        <AddressField block={block} />
      </BlockSettings>
    </NodeViewWrapper>
  )
}

/** Kept as soon as it is an address; until then the card leads where it did. */
function AddressField({ block }: { block: ReactNodeViewProps }) {
  const { words } = useAroundText()
  const [typed, setTyped] = useState<string>(block.node.attrs.url)
  const read = (text: string) => {
    const url = addressFrom(text)
    return url !== null && /^https?:/.test(url) ? url : null
  }
  const isFaulty = read(typed) === null
  const faultId = `fault-${block.node.attrs.id}`
  return (
    <>
      <label className="block-field">
        {words.address}
        <input
          value={typed}
          dir="ltr"
          inputMode="url"
          spellCheck={false}
          maxLength={2000}
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? faultId : undefined}
          onChange={({ target: { value } }) => {
            setTyped(value)
            const url = read(value)
            if (!url) return
            setAttribute(block, 'url', url)
            setAttribute(block, 'provider', providerOf(url).slice(0, 100))
          }}
        />
      </label>
      {isFaulty && (
        <p className="fault" id={faultId} role="alert">
          {words.badAddress}
        </p>
      )}
    </>
  )
}

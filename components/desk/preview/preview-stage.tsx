'use client'

import { useState } from 'react'
import { PreviewFrame } from '@/components/desk/preview/preview-frame'
import { previewWordsIn } from '@/components/desk/preview/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** The address of the page itself. */
  href: string
}

/** Pixels across: what most phones have, and a window of a desktop. */
const widths = { phone: 390, desktop: 1280 } as const

const devices = ['both', 'phone', 'desktop'] as const
const schemes = ['light', 'dark'] as const

/** The real page at the widths and in the colours that readers have. */
export function PreviewStage({ language, href }: Props) {
  const [device, setDevice] = useState<(typeof devices)[number]>('both')
  const [scheme, setScheme] = useState<(typeof schemes)[number]>('light')
  const words = previewWordsIn(language)
  const shown = (['phone', 'desktop'] as const).filter((one) => device === 'both' || device === one)
  return (
    <>
      <div className="preview-choices">
        <fieldset>
          <legend>{words.device}</legend>
          {devices.map((one) => (
            <label key={one}>
              <input type="radio" name="device" checked={device === one} onChange={() => setDevice(one)} />
              {words.devices[one]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.scheme}</legend>
          {schemes.map((one) => (
            <label key={one}>
              <input type="radio" name="scheme" checked={scheme === one} onChange={() => setScheme(one)} />
              {words.schemes[one]}
            </label>
          ))}
        </fieldset>
        <a href={href} target="_blank" rel="noopener">
          {words.ownWindow}
        </a>
      </div>
      <div className="preview-stage" data-device={device}>
        {shown.map((one) => (
          <PreviewFrame
            key={one}
            title={filled(words.frame, { device: words.devices[one], scheme: words.schemes[scheme] })}
            href={href}
            width={widths[one]}
            scheme={scheme}
          />
        ))}
      </div>
    </>
  )
}

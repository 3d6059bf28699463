'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { RadioChoice } from '@/components/desk/radio-choice'
import { useRoom } from '@/components/desk/use-room'
import type { Language } from '@/lib/languages'
import { type ColorScheme, paintIn } from './color-scheme'
import { frontWordsIn } from './words/words'

type Props = {
  language: Language
  address: string
  /** What else can be chosen. */
  children: ReactNode
}

const widths = { phone: 390, desktop: 1280 } as const

/** The readers' page in a frame, as wide as on a phone or a desk, light or dark. What is wider than the window is shown smaller. */
export function PreviewFrame({ language, address, children }: Props) {
  const words = frontWordsIn(language)
  const [width, setWidth] = useState<keyof typeof widths>('desktop')
  const [scheme, setScheme] = useState<ColorScheme>('light')
  const [stage, room] = useRoom(widths.desktop)
  const frame = useRef<HTMLIFrameElement>(null)
  const paint = () => {
    const page = frame.current?.contentDocument
    // While it is read it may not even have an element yet; when it has been, the frame says so.
    if (page?.readyState === 'complete') paintIn(page, scheme)
  }
  useEffect(paint)
  const scale = Math.min(1, room / widths[width])
  return (
    <div className="front-preview">
      <div className="filters">
        {children}
        <RadioChoice label={words.width} options={words.widths} value={width} choose={setWidth} />
        <RadioChoice label={words.colours} options={words.schemes} value={scheme} choose={setScheme} />
      </div>
      <div className="front-stage" ref={stage} data-width={width}>
        <iframe
          ref={frame}
          onLoad={paint}
          title={words.previewFrame}
          src={address}
          style={{
            inlineSize: `${widths[width]}px`,
            blockSize: `calc((100vb - 14rem) / ${scale})`,
            transform: `scale(${scale})`,
          }}
        />
      </div>
    </div>
  )
}

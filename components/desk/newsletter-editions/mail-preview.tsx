import { useId, useState } from 'react'
import { answered, type ColorScheme } from '@/components/desk/front/color-scheme'
import { SizeMeter } from '@/components/desk/newsletter-editions/size-meter'
import type { Preview } from '@/components/desk/newsletter-editions/use-preview'
import type { EditionWords } from '@/components/desk/newsletter-editions/words/en'
import { RadioChoice } from '@/components/desk/radio-choice'
import { useRoom } from '@/components/desk/use-room'
import { directionOf, type Language } from '@/lib/languages'

type Props = { words: EditionWords; language: Language; written: Language; preview: Preview | null; isAway: boolean }

const widths = { desktop: 600, phone: 320 } as const

/** The edition as it will arrive: as wide as in a mail program on a desk or a phone, light or dark, or its plain text; and how big it is. */
export function MailPreview({ words, language, written, preview, isAway }: Props) {
  const [width, setWidth] = useState<'desktop' | 'phone' | 'text'>('desktop')
  const [scheme, setScheme] = useState<ColorScheme>('light')
  const headingId = useId()
  return (
    <section className="mail-preview" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.preview}</h2>
      {preview && <SizeMeter words={words} language={language} bytes={preview.bytes} />}
      <div className="filters">
        <RadioChoice label={words.width} options={words.widths} value={width} choose={setWidth} />
        {width !== 'text' && <RadioChoice label={words.colours} options={words.schemes} value={scheme} choose={setScheme} />}
      </div>
      {isAway && (
        <p className="fault" role="status">
          {words.previewAway}
        </p>
      )}
      {preview && width === 'text' && (
        <pre className="mail-text" lang={written} dir={directionOf(written)}>
          {preview.text}
        </pre>
      )}
      {preview && width !== 'text' && <Stage words={words} html={preview.html} width={widths[width]} scheme={scheme} />}
    </section>
  )
}

type StageProps = { words: EditionWords; html: string; width: number; scheme: ColorScheme }

/** As high as the mail is shown, in pixels of its own. */
const height = 720

/** The mail's HTML in a frame; what is wider than there is room for is shown smaller. */
function Stage({ words, html, width, scheme }: StageProps) {
  const [stage, room] = useRoom(width)
  const scale = Math.min(1, room / width)
  return (
    <div className="mail-stage" data-scheme={scheme}>
      <div ref={stage} style={{ blockSize: `${height * scale}px` }}>
        {/* Nothing in it may run, post or lead anywhere. */}
        <iframe
          title={words.previewFrame}
          sandbox=""
          srcDoc={paintedIn(html, scheme)}
          style={{ inlineSize: `${width}px`, blockSize: `${height}px`, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  )
}

/**
 * The mail in light or dark colours, whatever the system of whoever looks at it wishes. A frame's document stands under the policy of the page
 * around it, which lets only those styles be that carry its nonce.
 */
function paintedIn(html: string, scheme: ColorScheme): string {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
  return answered(html, scheme)
    .replace('<meta name="color-scheme" content="light dark">', `<meta name="color-scheme" content="${scheme}">`)
    .replace('color-scheme:light dark', `color-scheme:${scheme}`)
    .replace(/<style/g, `<style nonce="${nonce}"`)
}

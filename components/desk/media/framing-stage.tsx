'use client'

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { frameOf, moveCrop, moveFocal, pullCorner, resizeCrop } from '@/components/desk/media/frame-moves'
import { useVariables } from '@/components/desk/media/use-variables'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { filled } from '@/components/words/words'
import type { DrawnCrop, Framed } from '@/db/media/rules'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  src: string
  picture: Framed
  /** What is being set: the focal point, or one crop. */
  setting: 'focal' | DrawnCrop
  change: (picture: Framed) => void
}

/** Parts of the picture that a key moves by, and with Shift. */
const step = 0.01
const largeStep = 0.05

type Drag = { picture: Framed; x: number; y: number; isCorner: boolean }

/** The whole picture with its focal point, or the frame of a crop, to be moved with pointer and keyboard. */
export function FramingStage({ language, src, picture, setting, change }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const isFocal = setting === 'focal'
  const frame = isFocal ? { x: 0, y: 0, width: 1, height: 1 } : frameOf(picture, setting)
  useVariables(stage, { ...frame, ratio: picture.width / picture.height, 'focal-x': picture.focalX, 'focal-y': picture.focalY })

  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect()
    return box ? { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height } : { x: 0, y: 0 }
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { x, y } = placeOf(event)
    const isCorner = event.target instanceof Element && event.target.closest('.crop-corner') !== null
    // A click into the picture is meant for the focal point.
    const from = isFocal ? moveFocal(picture, x - picture.focalX, y - picture.focalY) : picture
    drag.current = { picture: from, x, y, isCorner }
    if (isFocal) change(from)
  }
  const go = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current
    if (!held) return
    const { x, y } = placeOf(event)
    if (isFocal) change(moveFocal(held.picture, x - held.x, y - held.y))
    else if (held.isCorner) change(pullCorner(held.picture, setting, x - frameOf(held.picture, setting).x))
    else change(moveCrop(held.picture, setting, x - held.x, y - held.y))
  }
  const press = (event: KeyboardEvent) => {
    const changed = afterKey(event, picture, setting)
    if (!changed) return
    event.preventDefault()
    change(changed)
  }
  return (
    <div
      ref={stage}
      className="stage"
      dir="ltr"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
    >
      <img src={src} alt="" width={picture.width} height={picture.height} draggable={false} />
      <button
        className={isFocal ? 'focal' : 'crop-frame'}
        type="button"
        aria-label={positionOf(language, picture, setting)}
        aria-describedby="framing-keys"
        onKeyDown={press}
      >
        {!isFocal && <span className="crop-corner" />}
      </button>
    </div>
  )
}

/** The picture after a key was pressed; null for keys that mean nothing here. Left is left in every language: it is the picture's. */
function afterKey({ key, shiftKey }: KeyboardEvent, picture: Framed, setting: 'focal' | DrawnCrop): Framed | null {
  const by = shiftKey ? largeStep : step
  const move = (across: number, down: number) =>
    setting === 'focal' ? moveFocal(picture, across, down) : moveCrop(picture, setting, across, down)
  switch (key) {
    case 'ArrowLeft':
      return move(-by, 0)
    case 'ArrowRight':
      return move(by, 0)
    case 'ArrowUp':
      return move(0, -by)
    case 'ArrowDown':
      return move(0, by)
    case '+':
    case '=':
    case '*':
      return setting === 'focal' ? null : resizeCrop(picture, setting, by)
    case '-':
    case '_':
      return setting === 'focal' ? null : resizeCrop(picture, setting, -by)
    default:
      return null
  }
}

/** Where the focal point or the frame is, in words. */
function positionOf(language: Language, picture: Framed, setting: 'focal' | DrawnCrop): string {
  const words = mediaWordsIn(language)
  const percent = (share: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  if (setting === 'focal') return filled(words.focalAt, { x: percent(picture.focalX), y: percent(picture.focalY) })
  const { x, y, width } = frameOf(picture, setting)
  return filled(words.cropAt, { name: words.crops[setting], x: percent(x), y: percent(y), width: percent(width) })
}

'use client'

import { useRef } from 'react'
import type { Frame } from '@/components/desk/media/frame-moves'
import { useVariables } from '@/components/desk/media/use-variables'
import type { DrawnCrop } from '@/db/media/rules'

type Props = { src: string; crop: DrawnCrop; frame: Frame; label: string; note: string }

/** What a crop shows, as it will be. */
export function CropPreview({ src, crop, frame, label, note }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useVariables(box, frame)
  return (
    <li>
      <div ref={box} className="crop-box" data-crop={crop} dir="ltr">
        <img src={src} alt="" draggable={false} />
      </div>
      {label} <span className="quiet">{note}</span>
    </li>
  )
}

'use client'

import { useEffect, useRef, useState } from 'react'

type Props = { title: string; href: string; width: number; scheme: 'light' | 'dark' }

/** Pixels of the frame's height on the screen. */
const height = 720

/** A page at a width of its own, made smaller where there is no room for it. The page takes its colours from the frame's scheme. */
export function PreviewFrame({ title, href, width, scheme }: Props) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)

  useEffect(() => {
    if (!room.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setScale(Math.min(1, entry.contentRect.width / width))
    })
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [width])

  return (
    <div ref={room} className="preview-room" style={{ maxInlineSize: width, blockSize: height }}>
      {/* What is in it runs no script and cannot lead the dashboard anywhere; its links open windows of their own. */}
      <iframe
        title={title}
        src={href}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        style={{ inlineSize: width, blockSize: height / scale, transform: `scale(${scale})`, colorScheme: scheme }}
      />
    </div>
  )
}

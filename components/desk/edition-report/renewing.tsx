'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Milliseconds between two looks. */
const every = 5000

/** Draws the page anew from time to time as long as it is shown, and says so; nothing while nobody looks at it. */
export function Renewing({ note }: { note: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, every)
    return () => clearInterval(timer)
  }, [router])
  return <p className="quiet">{note}</p>
}

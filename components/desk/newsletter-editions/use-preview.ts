import { useEffect, useState } from 'react'
import { z } from 'zod'
import { post } from '@/components/desk/article/desk-server'
import type { EditionInput } from '@/db/newsletter-editions/rules'

/** Milliseconds without a change after which the mail is drawn again. */
const pause = 400

const answer = z.object({ subject: z.string(), html: z.string(), text: z.string(), bytes: z.number() })

/** A mail as it was drawn: what it says as HTML and as plain text, and how many bytes of HTML it has. */
export type Preview = z.infer<typeof answer>

/** The edition as a mail, drawn again soon after each change; null before the first. */
export function usePreview(editionId: string, content: EditionInput) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [isAway, setAway] = useState(false)
  const said = JSON.stringify(content)
  useEffect(() => {
    let isCurrent = true
    const draw = async () => {
      const sent = await post(`/dashboard/newsletters/editions/${editionId}/preview`, JSON.parse(said))
      const parsed = sent.kind === 'answer' ? answer.safeParse(sent.json) : null
      if (!isCurrent) return
      setAway(!parsed?.success)
      if (parsed?.success) setPreview(parsed.data)
    }
    const timer = setTimeout(() => void draw(), pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [said, editionId])
  return { preview, isAway }
}

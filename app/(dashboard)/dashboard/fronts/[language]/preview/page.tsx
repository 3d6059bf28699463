import { notFound } from 'next/navigation'
import { PreviewFrame } from '@/components/desk/front/preview-frame'
import { PreviewTime } from '@/components/desk/front/preview-time'
import { ViewedNumber } from '@/components/desk/front/viewed-number'
import { previewInput } from '@/db/fronts/input'
import { momentsAt } from '@/lib/days'
import { isLanguage } from '@/lib/languages'
import { readSettings } from '../../../../publication'
import { readLanguage, requireRight } from '../../../../session'
import { titled } from '../../../../titles'

// A front is as it is when it is asked for.
export const instant = false

export default async function FrontPreviewPage({ params, searchParams }: PageProps<'/dashboard/fronts/[language]/preview'>) {
  await requireRight('front.edit')
  const { language: edition } = await params
  const asked = previewInput.safeParse(await searchParams)
  if (!isLanguage(edition) || !asked.success) notFound()
  const language = await readLanguage()
  const { timeZone } = await readSettings()
  const { number = null } = asked.data
  const at = momentsAt(asked.data.at, timeZone).at(0) ?? null

  return (
    <>
      {number !== null && <ViewedNumber {...{ language, edition, number }} />}
      <PreviewFrame language={language} address={drawnAddress(edition, number, at)}>
        <PreviewTime {...{ language, edition, timeZone, number, at }} />
      </PreviewFrame>
    </>
  )
}

export const generateMetadata = titled((words) => words.places.fronts)

function drawnAddress(edition: string, number: number | null, at: Date | null): string {
  const query = new URLSearchParams({ ...(number !== null && { number: String(number) }), ...(at && { at: at.toISOString() }) })
  return `/dashboard/fronts/${edition}/drawn?${query}`
}

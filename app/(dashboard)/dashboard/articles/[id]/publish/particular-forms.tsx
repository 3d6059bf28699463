import { EmbargoForm } from '@/components/desk/workflow/embargo-form'
import { ParticularsForm } from '@/components/desk/workflow/particulars-form'
import { SidePanel } from '@/components/desk/workflow/side-panel'
import { workflowWordsIn } from '@/components/desk/workflow/words/words'
import type { Standing } from '@/db/articles/standing'
import { localTimeOf } from '@/lib/days'
import type { Language } from '@/lib/languages'
import { changeEmbargoAction, changeParticularsAction } from './particulars/actions'

type Props = {
  language: Language
  timeZone: string
  standing: Pick<Standing, 'id' | 'may' | 'embargoUntil' | 'embargoNote' | 'particulars'>
}

/** What the desk keeps of an article whatever its text says, as far as whoever looks may: they stand beside the text, and where it is published. */
export function ParticularForms({ language, timeZone, standing }: Props) {
  const words = workflowWordsIn(language)
  const { id: articleId, may, embargoUntil, embargoNote, particulars } = standing
  const form = { language, articleId }
  const mayChangeEmbargo = may.setEmbargo || (may.liftEmbargo && embargoUntil !== null)
  return (
    <>
      {mayChangeEmbargo && (
        <SidePanel title={words.embargo} intro={words.embargoIntro} isClosed={embargoUntil === null}>
          <EmbargoForm
            {...form}
            timeZone={timeZone}
            time={embargoUntil ? localTimeOf(embargoUntil, timeZone) : ''}
            note={embargoNote}
            action={changeEmbargoAction}
          />
        </SidePanel>
      )}
      {may.keepNotes && (
        <SidePanel title={words.particulars}>
          <ParticularsForm {...form} particulars={particulars} decides={may.decideParticulars} action={changeParticularsAction} />
        </SidePanel>
      )}
    </>
  )
}

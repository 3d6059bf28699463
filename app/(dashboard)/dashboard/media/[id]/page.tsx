import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { BackLink } from '@/components/desk/media/back-link'
import { EndingNote } from '@/components/desk/media/ending-note'
import { PictureFacts } from '@/components/desk/media/picture-facts'
import { PictureFraming } from '@/components/desk/media/picture-framing'
import { PictureRightsForm } from '@/components/desk/media/picture-rights-form'
import { pictureTitle } from '@/components/desk/media/picture-title'
import { PictureUses } from '@/components/desk/media/picture-uses'
import { PictureWordsForm } from '@/components/desk/media/picture-words-form'
import { RightsRecord } from '@/components/desk/media/rights-record'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { Removal } from '@/components/desk/removal'
import { findPictureRecord } from '@/db/media/library'
import { isUsed, listUses } from '@/db/media/uses'
import { may } from '@/db/people/rights'
import { isUuid } from '@/lib/checks'
import type { Language } from '@/lib/languages'
import { readSettings } from '../../../publication'
import { readLanguage, requireRight } from '../../../session'
import { titled } from '../../../titles'
import { deletePictureAction, describePictureAction, framePictureAction, setPictureRightsAction } from './actions'

export const instant = false

export default async function PicturePage({ params }: PageProps<'/dashboard/media/[id]'>) {
  const actor = await requireRight('media.describe')
  const { id } = await params
  const picture = isUuid(id) ? await findPictureRecord(id) : null
  if (!picture) notFound()
  const [language, { timeZone }, where, used] = await Promise.all([
    readLanguage(),
    readSettings(),
    listUses(actor, id),
    isUsed(id),
  ])
  const common = { language, timeZone, picture }

  return (
    <DeskPage title={pictureTitle(picture, language)} actions={<BackLink language={language} />}>
      <EndingNote {...common} now={new Date()} />
      <div className="picture-page">
        <div>
          <PictureFraming language={language} src={picture.src} picture={picture} action={framePictureAction} />
        </div>
        <div>
          <PictureWordsForm language={language} picture={picture} action={describePictureAction} />
          {may(actor, 'media.rights') ? (
            <PictureRightsForm {...common} action={setPictureRightsAction} />
          ) : (
            <RightsRecord {...common} />
          )}
          <PictureUses language={language} uses={where.uses} hidden={where.hidden} />
          <PictureFacts {...common} />
          {may(actor, 'media.delete') && (
            <Removal
              id={id}
              words={removalWords(language)}
              inTheWay={used ? <p className="quiet">{mediaWordsIn(language).inUse}</p> : null}
              action={deletePictureAction}
            />
          )}
        </div>
      </div>
    </DeskPage>
  )
}

export const generateMetadata = titled((words) => words.places.media)

function removalWords(language: Language) {
  const { delete: remove, deleteQuestion, deleteIntro, deleteNow, keep } = mediaWordsIn(language)
  return { remove, removeQuestion: deleteQuestion, removeWarning: deleteIntro, removeNow: deleteNow, keep }
}

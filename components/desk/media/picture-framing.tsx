'use client'

import { useActionState, useState } from 'react'
import { CropPreview } from '@/components/desk/media/crop-preview'
import { followFocal, frameOf } from '@/components/desk/media/frame-moves'
import { FramingStage } from '@/components/desk/media/framing-stage'
import { SeenFields } from '@/components/desk/media/seen-fields'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { StateNote } from '@/components/desk/state-note'
import { SubmitButton } from '@/components/forms/submit-button'
import { type DrawnCrop, drawnCrops, type Framed } from '@/db/media/rules'
import { type FormState, idleForm } from '@/lib/forms'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  src: string
  picture: Framed & { id: string; version: number }
  action: (previous: FormState, form: FormData) => Promise<FormState>
}

/** Sets what crops of a picture show: its focal point, and crops drawn by hand, with each as it will be. */
export function PictureFraming({ language, src, picture, action }: Props) {
  const [state, submit] = useActionState(action, idleForm)
  const [framed, setFramed] = useState<Framed>(picture)
  const [setting, choose] = useState<'focal' | DrawnCrop>('focal')
  const words = mediaWordsIn(language)
  const { crops } = framed
  const isDrawn = setting !== 'focal' && crops[setting] !== undefined
  return (
    <section className="panel framing" aria-labelledby="framing-title">
      <h2 id="framing-title">{words.framing}</h2>
      <p className="quiet">{words.framingIntro}</p>
      <fieldset className="settings">
        <legend className="visually-hidden">{words.whatToSet}</legend>
        {(['focal', ...drawnCrops] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="setting" checked={setting === one} onChange={() => choose(one)} />
            {one === 'focal' ? words.focal : words.crops[one]}
          </label>
        ))}
      </fieldset>
      <FramingStage language={language} src={src} picture={framed} setting={setting} change={setFramed} />
      <p className="quiet hint" id="framing-keys">
        {setting === 'focal' ? words.focalKeys : words.cropKeys}
      </p>
      <ul className="previews" aria-label={words.previews}>
        {drawnCrops.map((crop) => (
          <CropPreview
            key={crop}
            src={src}
            crop={crop}
            frame={frameOf(framed, crop)}
            label={words.crops[crop]}
            note={crops[crop] ? words.drawn : words.followed}
          />
        ))}
      </ul>
      <StateNote state={state} />
      <form action={submit} className="desk-actions">
        <SeenFields picture={picture} />
        <input type="hidden" name="framing" value={framingOf(framed)} />
        <SubmitButton>{words.saveFraming}</SubmitButton>
        {isDrawn && (
          <button className="button second" type="button" onClick={() => setFramed(followFocal(framed, setting))}>
            {words.follow}
          </button>
        )}
        {framingOf(framed) !== framingOf(picture) && (
          <button className="button quiet" type="button" onClick={() => setFramed(picture)}>
            {words.undoChanges}
          </button>
        )}
      </form>
    </section>
  )
}

/** As it is sent, in one spelling. */
function framingOf({ focalX, focalY, crops }: Framed): string {
  const inOrder = drawnCrops.flatMap((crop) => (crops[crop] ? [[crop, crops[crop]] as const] : []))
  return JSON.stringify({ focalX, focalY, crops: Object.fromEntries(inOrder) })
}

'use client'

import { useId } from 'react'
import { LeftNote } from '@/components/desk/left-note'
import { type FrontArticle, type FrontZone, frontZones, isSameArrangement } from '@/db/fronts/rules'
import { BannerFields } from './banner-fields'
import { CandidateList } from './candidate-list'
import { DragMark } from './drag-mark'
import { FrontBar } from './front-bar'
import { MergeNote } from './merge-note'
import { type FrontEditorProps, useFrontWork } from './use-front-work'
import { frontWordsIn } from './words/words'
import { ZoneList } from './zone-list'

/** Where a front is arranged: what is placed, what can be, and breaking news; saved by itself, published by a press. */
export function FrontEditor(props: FrontEditorProps) {
  const { language, timeZone } = props
  const words = frontWordsIn(language)
  const helpId = useId()
  const { desk, draft, said, candidates, find, put, undo, redo, drag, publishing, lift } = useFrontWork(props)
  const { banner } = desk.arrangement
  const linkBanner = ({ id }: FrontArticle) =>
    desk.change((before) =>
      before.banner ? { ...before, banner: { ...before.banner, link: { kind: 'article', articleId: id } } } : before,
    )
  return (
    <div className="front-editor">
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      <p className="visually-hidden" id={helpId}>
        {words.liftHelp}
      </p>
      {draft.left && <LeftNote words={words} take={draft.takeLeft} forget={draft.forgetLeft} />}
      {draft.merge && <MergeNote desk={desk} merge={draft.merge} forget={draft.forgetMerge} settle={draft.settleConflict} />}
      <FrontBar
        {...{ language, timeZone, undo, redo, keeping: draft.keeping, canUndo: draft.canUndo, canRedo: draft.canRedo }}
        {...publishing}
        isLive={isSameArrangement(desk.arrangement, draft.live)}
        faults={desk.remarks.filter(({ weight }) => weight === 'fault').length}
        discard={() => {
          desk.change(() => draft.live)
          desk.say(words.discarded)
        }}
      />
      <div className="front-columns">
        <div className="front-zones">
          {frontZones.map((zone, at) => (
            <ZoneList
              key={zone}
              {...{ desk, zone, helpId, lift, ...drag }}
              isFirst={at === 0}
              isLast={at === frontZones.length - 1}
            />
          ))}
          <BannerFields desk={desk} />
        </div>
        <CandidateList
          {...{ desk, candidates, find }}
          place={(article, zone: FrontZone) => put(article, { zone, index: 0 })}
          linkBanner={banner ? linkBanner : undefined}
          grab={(event, { id }) => drag.grab(event, { kind: 'article', articleId: id })}
        />
      </div>
      {drag.dragging && <DragMark desk={desk} dragging={drag.dragging} />}
    </div>
  )
}

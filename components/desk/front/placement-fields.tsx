import { filled } from '@/components/words/words'
import { frontLimits, frontZones, type Placement, placementsIn } from '@/db/fronts/rules'
import { moveTo, type PlacementWords, reword } from './arrangement-edits'
import { type FrontDesk, sayingOf } from './front-desk'
import { MomentField } from './moment-field'
import { frontWordsIn } from './words/words'
import { WordsField } from './words-field'

type Props = { desk: FrontDesk; placement: Placement; moved: (id: string) => void }

/** What can be said of a placement: its words, picture and times, and which zone it stands in. */
export function PlacementFields({ desk, placement, moved }: Props) {
  const words = frontWordsIn(desk.language)
  const { id } = placement
  const article = desk.articles.get(placement.articleId)
  const set = (said: PlacementWords) => desk.change((present) => reword(present, id, said), `${id} ${Object.keys(said).join()}`)
  return (
    <div className="front-fields">
      <div className="columns">
        <WordsField
          label={words.headline}
          value={placement.headline}
          limit={frontLimits.headline}
          instead={article?.headline}
          hint={words.ownWords}
          edition={desk.edition}
          onChange={(headline) => set({ headline })}
        />
        <WordsField
          label={words.kicker}
          value={placement.kicker}
          limit={frontLimits.kicker}
          instead={article?.kicker}
          edition={desk.edition}
          onChange={(kicker) => set({ kicker })}
        />
        <MomentField
          label={words.startsAt}
          value={placement.startsAt}
          timeZone={desk.timeZone}
          onChange={(startsAt) => set({ startsAt })}
        />
        <MomentField
          label={words.endsAt}
          value={placement.endsAt}
          timeZone={desk.timeZone}
          onChange={(endsAt) => set({ endsAt })}
        />
      </div>
      <p className="quiet">{filled(words.times, { zone: desk.timeZone })}</p>
      <PictureChoice desk={desk} placement={placement} set={set} />
      <p className="front-row-actions">
        {frontZones
          .filter((zone) => zone !== placement.zone)
          .map((zone) => (
            <button
              key={zone}
              type="button"
              className="button second small"
              onClick={() => {
                desk.change((present) => moveTo(present, id, { zone, index: placementsIn(present, zone).length }))
                desk.say(sayingOf(desk, desk.arrangement, { ...placement, zone }, words.placed))
                moved(id)
              }}
            >
              {filled(words.moveTo, { zone: words.zones[zone] })}
            </button>
          ))}
      </p>
    </div>
  )
}

function PictureChoice({ desk, placement, set }: Omit<Props, 'moved'> & { set: (said: PlacementWords) => void }) {
  const words = frontWordsIn(desk.language)
  const { choosePicture } = desk
  const hasOwn = placement.mediaId !== null
  if (!hasOwn && !choosePicture) return null
  return (
    <div className="front-picture-choice">
      <p className="quiet">
        {words.picture}: {hasOwn ? words.pictureChosen : words.pictureOwn}
      </p>
      {choosePicture && (
        <button
          type="button"
          className="button second small"
          onClick={async () => {
            const picture = await choosePicture()
            if (picture) set({ mediaId: picture.id })
          }}
        >
          {words.choosePicture}
        </button>
      )}
      {hasOwn && (
        <button type="button" className="button second small" onClick={() => set({ mediaId: null })}>
          {words.removePicture}
        </button>
      )}
    </div>
  )
}

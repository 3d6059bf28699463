import { useId } from 'react'
import { filled } from '@/components/words/words'
import { type Banner, frontLimits } from '@/db/fronts/rules'
import { newBanner } from './arrangement-edits'
import type { FrontDesk } from './front-desk'
import { MomentField } from './moment-field'
import { RemarkList } from './remark-list'
import { frontWordsIn } from './words/words'
import { WordsField } from './words-field'

type Props = { desk: FrontDesk }

/** The breaking news over every page of the edition. */
export function BannerFields({ desk }: Props) {
  const words = frontWordsIn(desk.language)
  const headingId = useId()
  const { banner } = desk.arrangement
  const put = (next: Banner | null, key?: string) => desk.change((present) => ({ ...present, banner: next }), key)
  return (
    <section className="front-banner panel" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.banner}</h2>
      <p className="quiet">{words.bannerHelp}</p>
      {banner ? (
        <>
          <BannerForm desk={desk} banner={banner} put={put} />
          <RemarkList
            remarks={desk.remarks.filter(({ placementId }) => placementId === null)}
            language={desk.language}
            timeZone={desk.timeZone}
          />
        </>
      ) : (
        <button type="button" className="button second small" onClick={() => put(newBanner)}>
          {words.addBanner}
        </button>
      )}
    </section>
  )
}

type FormProps = { desk: FrontDesk; banner: Banner; put: (next: Banner | null, key?: string) => void }

function BannerForm({ desk, banner, put }: FormProps) {
  const words = frontWordsIn(desk.language)
  const set = (said: Partial<Banner>) => put({ ...banner, ...said }, `banner ${Object.keys(said).join()}`)
  return (
    <div className="front-fields">
      <WordsField
        label={words.bannerText}
        value={banner.text}
        limit={frontLimits.banner}
        edition={desk.edition}
        onChange={(text) => set({ text })}
      />
      <div className="columns">
        <MomentField
          label={words.startsAt}
          value={banner.startsAt}
          timeZone={desk.timeZone}
          onChange={(startsAt) => set({ startsAt })}
        />
        <MomentField label={words.endsAt} value={banner.endsAt} timeZone={desk.timeZone} onChange={(endsAt) => set({ endsAt })} />
        <BannerLinkField desk={desk} banner={banner} set={set} />
      </div>
      <p className="front-row-actions">
        <button type="button" className="button second small" onClick={() => put(null)}>
          {words.removeBanner}
        </button>
      </p>
    </div>
  )
}

type LinkProps = { desk: FrontDesk; banner: Banner; set: (said: Partial<Banner>) => void }

function BannerLinkField({ desk, banner: { link }, set }: LinkProps) {
  const words = frontWordsIn(desk.language)
  const id = useId()
  const article = link?.kind === 'article' ? desk.articles.get(link.articleId) : null
  return (
    <>
      <p className="field">
        <label htmlFor={id}>{words.bannerLink}</label>
        <select
          id={id}
          value={link?.kind ?? 'none'}
          onChange={({ target }) => {
            if (target.value === 'none') set({ link: null })
            if (target.value === 'address') set({ link: { kind: 'address', address: '' } })
          }}
        >
          <option value="none">{words.bannerLinks.none}</option>
          <option value="address">{words.bannerLinks.address}</option>
          {link?.kind === 'article' && <option value="article">{words.bannerLinks.article}</option>}
        </select>
        <span className="quiet">
          {article ? filled(words.bannerArticle, { headline: article.headline }) : words.bannerChooseArticle}
        </span>
      </p>
      {link?.kind === 'address' && (
        <WordsField
          label={words.bannerAddress}
          value={link.address}
          limit={frontLimits.address}
          hint={words.bannerAddressHint}
          onChange={(address) => set({ link: { kind: 'address', address } })}
        />
      )}
    </>
  )
}

import { AudienceTabs } from '@/components/desk/audience/audience-tabs'
import { GrowthChart } from '@/components/desk/audience/growth-chart'
import { GrowthChoice } from '@/components/desk/audience/growth-choice'
import { MemberTable } from '@/components/desk/audience/member-table'
import { NewsletterCountsTable } from '@/components/desk/audience/newsletter-counts'
import { audienceWordsIn } from '@/components/desk/audience/words/words'
import { DeskPage } from '@/components/desk/desk-page'
import { EmptyNote } from '@/components/desk/empty-note'
import { ListSearch } from '@/components/desk/list-search'
import { PagesOnward } from '@/components/desk/pages-onward'
import { may } from '@/db/people/rights'
import { listAudience } from '@/db/subscribers/audience'
import { countAudience, listGrowth } from '@/db/subscribers/audience-counts'
import { audienceInput, growthInput } from '@/db/subscribers/audience-rules'
import { pagesAround } from '../../pages-around'
import { readSettings } from '../../publication'
import { readLanguage, requireRight } from '../../session'
import { titledBy } from '../../titles'

export const instant = false

const path = '/dashboard/audience'

export default async function AudiencePage({ searchParams }: PageProps<'/dashboard/audience'>) {
  const actor = await requireRight('audience.read')
  const given = await searchParams
  const [asked, { step, newsletter }] = [audienceInput.parse(given), growthInput.parse(given)]
  const [language, { timeZone }] = await Promise.all([readLanguage(), readSettings()])
  const now = new Date()
  const [newsletters, growth, { rows, next }] = await Promise.all([
    countAudience(language, now),
    listGrowth({ step, newsletterId: newsletter }, timeZone, now),
    listAudience(asked),
  ])
  const words = audienceWordsIn(language)

  return (
    <DeskPage
      title={words.audience}
      intro={words.intro}
      actions={may(actor, 'audience.change') && <a href="/dashboard/audience/export">{words.export}</a>}
    >
      <AudienceTabs language={language} part="overview" />
      <NewsletterCountsTable language={language} newsletters={newsletters} />
      <section className="panel audience-panel" aria-labelledby="growth">
        <h2 id="growth">{words.growth}</h2>
        <p className="quiet">{words.growthIntro}</p>
        <GrowthChoice language={language} step={step} newsletter={newsletter} newsletters={newsletters} />
        <GrowthChart language={language} step={step} growth={growth} />
      </section>
      <section className="panel audience-panel" aria-labelledby="people">
        <h2 id="people">{words.people}</h2>
        <ListSearch words={words} path={path} q={asked.q} maxLength={254} />
        {rows.length === 0 && <EmptyNote>{asked.q ? words.found : words.none}</EmptyNote>}
        {rows.length > 0 && <MemberTable language={language} timeZone={timeZone} members={rows} />}
        <PagesOnward words={words} {...pagesAround(path, asked, next)} />
      </section>
    </DeskPage>
  )
}

export const generateMetadata = () => titledBy((language) => audienceWordsIn(language).audience)

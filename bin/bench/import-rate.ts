import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { wordsFor } from '../../lib/processes'
import { type GeneratedArticle, generateArticle } from './articles'
import { type Figure, figure } from './figures'
import { benchFolder } from './scratch'
import { startNode } from './server'

const goal = 100
/** Enough that the start of the command is a small part of it. */
const articlesWanted = 3000

const formats = [
  { name: 'Markdown', write: writeMarkdown },
  { name: 'saved HTML pages', write: writePages },
  { name: 'a WordPress export', write: writeExport },
] as const

/** Runs the import command on generated files, each format into an empty database; its start and its report are in the time. */
export async function measureImport(makeDatabase: () => Promise<string>, say: (what: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, write } of formats) {
    const folder = join(benchFolder, 'import')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    // English only: HTML and WordPress files do not tell an edition for each article.
    write(
      folder,
      Array.from({ length: articlesWanted }, (_, place) => generateArticle(10 * Math.floor(place / 8) + (place % 8))),
    )
    say(`${articlesWanted} articles, ${name}`)
    figures.push(await measureFormat(name, folder, await makeDatabase()))
  }
  return figures
}

async function measureFormat(name: string, folder: string, url: string): Promise<Figure> {
  const began = performance.now()
  const code = await runImport(folder, url)
  const seconds = (performance.now() - began) / 1000
  const live = await countLive(url)
  const rate = live / seconds
  const measured = `${Math.round(rate)} articles/s (${live} of ${articlesWanted} live, ${seconds.toFixed(1)} s, exit ${code})`
  return figure(`import of ${name}`, measured, {
    words: `>= ${goal} articles/s`,
    isMet: rate >= goal && live === articlesWanted,
  })
}

async function runImport(folder: string, url: string): Promise<unknown> {
  const log = join(benchFolder, 'import.log')
  const child = startNode(wordsFor('import', folder), { DATABASE_URL: url }, log)
  return new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
}

async function countLive(url: string): Promise<number> {
  const client = postgres(url, { max: 1 })
  const [row] = await client<{ count: number }[]>`select count(*)::int as count from articles where status = 'live'`
  await client.end()
  return row?.count ?? 0
}

function writeMarkdown(folder: string, generated: readonly GeneratedArticle[]) {
  mkdirSync(join(folder, 'articles'))
  for (const { number, slug, headline, standfirst, kicker, publishedAt, section, topics, author, blocks } of generated) {
    const matter = [
      ...[
        `id: bench-${number}`,
        'language: en',
        `section: section-${section}`,
        `slug: ${slug}`,
        `headline: ${JSON.stringify(headline)}`,
      ],
      ...[
        `standfirst: ${JSON.stringify(standfirst)}`,
        `kicker: ${JSON.stringify(kicker)}`,
        `published: ${publishedAt.toISOString()}`,
      ],
      ...[
        `bylines: [{ contributor: author-${author}, role: reporter }]`,
        `topics: [${topics.map((topic) => `topic-${topic}`).join(', ')}]`,
      ],
    ]
    const body = blocks.map(({ isHeading, text }) => (isHeading ? `## ${text}` : text)).join('\n\n')
    writeFileSync(join(folder, 'articles', `${slug}.md`), `---\n${matter.join('\n')}\n---\n\n${body}\n`)
  }
}

function writePages(folder: string, generated: readonly GeneratedArticle[]) {
  for (const { number, slug, headline, standfirst, publishedAt, section, author, blocks } of generated) {
    const about = {
      ...{
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline,
        description: standfirst,
        datePublished: publishedAt.toISOString(),
      },
      ...{
        author: { '@type': 'Person', name: `Author ${author}` },
        articleSection: `Section ${section}`,
        url: `https://old.example/${number}.html`,
      },
    }
    writeFileSync(
      join(folder, `${slug}.html`),
      `<!doctype html><html lang="en"><head><title>${headline}</title><link rel="canonical" href="https://old.example/${number}.html"><script type="application/ld+json">${JSON.stringify(about)}</script></head><body><header><nav><a href="/">Home</a></nav></header><article><h1>${headline}</h1>${htmlOf(blocks)}</article><footer>Old</footer></body></html>\n`,
    )
  }
}

function writeExport(folder: string, generated: readonly GeneratedArticle[]) {
  const entries = generated.map(({ number, slug, headline, standfirst, publishedAt, section, blocks }) => {
    const date = publishedAt.toISOString().slice(0, 19).replace('T', ' ')
    return `<item><title>${headline}</title><link>https://old.example/${slug}/</link><dc:creator>admin</dc:creator><guid isPermaLink="false">https://old.example/?p=${number + 1}</guid><content:encoded><![CDATA[${htmlOf(blocks)}]]></content:encoded><excerpt:encoded><![CDATA[${standfirst}]]></excerpt:encoded><wp:post_id>${number + 1}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:post_name>${slug}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="section-${section}">Section ${section}</category></item>`
  })
  const spaces =
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
  const author =
    '<wp:author><wp:author_id>1</wp:author_id><wp:author_login>admin</wp:author_login><wp:author_display_name>A. Writer</wp:author_display_name></wp:author>'
  writeFileSync(
    join(folder, 'export.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${spaces}><channel><title>Old</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url>${author}\n${entries.join('\n')}\n</channel></rss>\n`,
  )
}

function htmlOf(blocks: GeneratedArticle['blocks']): string {
  return blocks.map(({ isHeading, text }) => (isHeading ? `<h2>${text}</h2>` : `<p>${text}</p>`)).join('\n')
}

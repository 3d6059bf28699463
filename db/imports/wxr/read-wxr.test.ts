import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bodyText } from '../../body/rules'
import { resolveBody } from '../resolve-body'
import type { Reading } from '../rules'
import { temporaryFolder } from '../test-folder'
import { countArrived } from '../words'
import { readWxrFile } from './read-wxr'

const folder = temporaryFolder()
const someId = '11111111-1111-4111-8111-111111111111'

const head = `<?xml version="1.0" encoding="UTF-8" ?><!DOCTYPE rss [<!ENTITY bomb "bbbbbbbbbb"><!ENTITY more "&bomb;&bomb;&bomb;">]>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><language>fr-FR</language><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Byron]]></wp:author_display_name></wp:author>`

const post = (id: number, content: string, more = '', title = `Post ${id}`) =>
  `<item><title>${title}</title><link>https://old.example/2015/10/post-${id}/</link><dc:creator>ada</dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid>
<content:encoded><![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>2015-10-12 18:40:00</wp:post_date><wp:post_date_gmt>2015-10-12 15:40:00</wp:post_date_gmt>
<wp:post_name>post-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`

const attachment = (id: number, caption = '') =>
  `<item><title>a</title><guid>https://old.example/a${id}</guid><excerpt:encoded>${caption}</excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://old.example/wp-content/uploads/p${id}.jpg</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Alt ${id}</wp:meta_value></wp:postmeta></item>`

async function readAll(...items: string[]): Promise<Reading[]> {
  const path = join(folder, 'export.xml')
  writeFileSync(path, items[0]?.startsWith('<?xml') ? items.join('') : `${head}${items.join('\n')}</channel></rss>`)
  const readings: Reading[] = []
  const source = { path, name: 'export.xml', root: folder, format: 'xml', kind: 'article' } as const
  for await (const reading of readWxrFile(source, { timeZone: 'UTC', language: 'en' }, () => {})) readings.push(reading)
  return readings
}

async function readOne(...items: string[]) {
  const [reading] = await readAll(...items)
  assert.ok(reading?.kind === 'article', JSON.stringify(reading))
  return reading
}

test('a post brings its author, section, topics, address and pictures', async () => {
  const more = `<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category><category domain="post_tag" nicename="sel"><![CDATA[Sel]]></category>
<category domain="category" nicename="media"><![CDATA[Média & presse]]></category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>8</wp:meta_value></wp:postmeta>`
  const { article } = await readOne(post(1, 'Un texte assez long.', more, 'Un &amp; deux'), attachment(8, 'Un port [AFP/Léa]'))
  assert.equal(article.headline, 'Un & deux')
  assert.equal(article.language, 'fr')
  assert.equal(article.sourceId, 'https://old.example/?p=1')
  assert.deepEqual(article.formerAddresses, ['https://old.example/2015/10/post-1/'])
  assert.deepEqual(article.bylines, [{ contributor: 'ada-byron', name: 'Ada Byron', role: 'reporter' }])
  assert.deepEqual(article.section, { slug: 'media', name: 'Média & presse' })
  assert.deepEqual(article.topics, [{ slug: 'sel', name: 'Sel' }])
  assert.equal(article.published?.toISOString(), '2015-10-12T15:40:00.000Z')
  assert.deepEqual(article.hero, {
    media: 'path:https://old.example/wp-content/uploads/p8.jpg',
    alt: 'Alt 8',
    caption: 'Un port',
  })
  assert.equal(article.pictures[0]?.credit, 'AFP/Léa')
})

const texts: [name: string, content: string, types: string, dropped: Record<string, number>][] = [
  [
    'blank lines end paragraphs',
    'One\ntwo.\n\nThree <em>four</em>.\n<h2>Five</h2>\nSix.',
    'paragraph paragraph heading paragraph',
    {},
  ],
  [
    'captions',
    'Before.\n\n[caption id="a" width="300"]<a href="x"><img src="https://old.example/wp-content/uploads/p8-300x200.jpg" /></a> Words (AFP)[/caption]\n\nAfter.',
    'paragraph figure paragraph',
    {},
  ],
  ['galleries', 'Two words.\n\n[gallery ids="8,9"]\n\n[gallery]', 'paragraph gallery', { 'shortcode:gallery': 1 }],
  [
    'embeds',
    'Two words.\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\n[embed]https://vimeo.com/12345[/embed]\n\nhttps://unknown.example/page',
    'paragraph embed embed paragraph',
    {},
  ],
  [
    'other shortcodes',
    'A [sic] b.\n\n[vc_row width="1"]Inside[/vc_row] [contact-form-7 id="3"] [[gallery]] [foo]bar[/foo]',
    'paragraph paragraph',
    { 'shortcode:vc_row': 1, 'shortcode:contact-form-7': 1, 'shortcode:foo': 1 },
  ],
  [
    'blocks',
    '<!-- wp:paragraph {"a":1} -->\n<p>One &amp; two ]]> three</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><!-- wp:list-item --><li>Item</li><!-- /wp:list-item --></ul><!-- /wp:list -->\n<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Pulled</p><cite>Ada</cite></blockquote></figure><!-- /wp:pullquote -->\n<!-- wp:embed {"url":"https://x.com/a/status/1"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://x.com/a/status/1\n</div></figure><!-- /wp:embed -->\n<!-- wp:latest-posts {"n":3} /-->',
    'paragraph bulletList pullQuote embed',
    { 'block:latest-posts': 1 },
  ],
]

test('texts of WordPress, old and new, without losing a word', async () => {
  for (const [name, content, types, dropped] of texts) {
    const { article, losses, words } = await readOne(post(1, content), attachment(8), attachment(9))
    assert.equal(article.body.map(({ type }) => type).join(' '), types, name)
    assert.deepEqual(Object.fromEntries(losses.dropped), dropped, name)
    const resolved = resolveBody(article.body, name, { mediaId: () => someId, articleId: () => null }, losses)
    assert.ok(resolved.ok)
    const arrived = countArrived(words, [bodyText(resolved.body), ...article.pictures.flatMap(({ credit }) => [credit])])
    assert.equal(arrived, words.length, `${name}: ${words.join(' ')}`)
    assert.ok(words.length > 1, name)
  }
})

test('each item has the words of its own content, and a fault costs one item', async () => {
  const readings = await readAll(
    post(1, 'One one.'),
    `<item><title>menu</title><guid>m</guid><wp:post_type>nav_menu_item</wp:post_type></item>`,
    post(2, 'Two two.', '', 'Bad &nosuch; title'),
    post(3, 'Three\u0001 three <content:encoded>.'),
    post(4, '', ''),
    post(5, 'Five.', '', '&more;'),
  )
  const told = readings.map((reading) =>
    reading.kind === 'article'
      ? reading.words.join(' ')
      : reading.kind === 'refused'
        ? reading.reason
        : [...(reading.kind === 'remark' ? reading.losses.dropped.keys() : [])].join(),
  )
  assert.deepEqual(told, [
    'One one',
    'is broken XML: undefined entity.',
    'Three three',
    'has no text',
    'is broken XML: undefined entity.',
    'nav_menu_item of WordPress',
  ])
})

test('pages, drafts, passwords and bins', async () => {
  const as = (item: string, type: string, status: string) =>
    item.replace('<wp:post_type>post', `<wp:post_type>${type}`).replace('<wp:status>publish', `<wp:status>${status}`)
  const readings = await readAll(
    as(post(1, 'About us.'), 'page', 'publish').replace('post-1</wp:post_name>', 'about-us</wp:post_name>'),
    as(post(2, 'Draft.'), 'post', 'draft'),
    post(3, 'Secret.', '<wp:post_password>x</wp:post_password>'),
    as(post(4, 'Gone.'), 'post', 'trash'),
    as(post(5, 'Later.'), 'post', 'future'),
  )
  assert.deepEqual(
    readings.map((one) =>
      one.kind === 'article' ? one.article.status : one.kind === 'page' ? `${one.page.kind} ${one.page.slug}` : one.kind,
    ),
    ['about about-us', 'draft', 'draft', 'scheduled', 'remark'],
  )
})

test('what is no export, or holds a piece without end, is refused without filling the memory', async () => {
  const feed = await readAll(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title><item><title>x</title></item></channel></rss>',
  )
  assert.match(JSON.stringify(feed), /not a WordPress export/)
  assert.match(
    JSON.stringify(await readAll('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')),
    /not a WordPress export/,
  )
  const endless = await readAll(post(1, 'One one.'), post(2, 'x'.repeat(40 * 1024 * 1024)))
  assert.deepEqual(
    endless.map(({ kind }) => kind),
    ['article', 'refused'],
  )
  assert.match(JSON.stringify(endless.at(-1)), /longer than 16 MB/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ArticleContent } from '@/db/articles/content'
import { diffContents } from '@/db/articles/diff'
import { diffConflicts } from '@/db/articles/diff-conflicts'
import { driftOf } from '@/db/articles/drift'
import { mergeContents } from '@/db/articles/merge'
import type { Block } from '@/db/body/rules'
import { ConflictView } from './conflict-view'
import { ContentDiff } from './content-diff'
import { sideOfPerson } from './side-words'
import { TranslationDrift } from './translation-drift'

const paragraph = (id: string, words: string): Block => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
})

function articleOf(headline: string, ...content: Block[]): ArticleContent {
  return {
    sectionId: 'section-1',
    slug: 'slug',
    headline,
    headlineShort: '',
    standfirst: '',
    kicker: '',
    seoHeadline: '',
    seoDescription: '',
    dateline: '',
    hero: null,
    bylines: [],
    topicIds: [],
    relatedIds: [],
    body: { type: 'doc', content },
  }
}

const around = { language: 'en', textLanguage: 'en', names: { 'topic-1': { name: 'Ports' } } } as const
const before = articleOf('Ships left', paragraph('aaaa', 'One.'), paragraph('bbbb', 'Two.'), paragraph('cccc', 'Twelve ships.'))
const after: ArticleContent = {
  ...articleOf('Ships stayed', paragraph('aaaa', 'One.'), paragraph('bbbb', 'Two.'), paragraph('cccc', 'Fourteen ships.')),
  topicIds: ['topic-1', 'topic-2'],
}

/** What the eye is shown: the markup without what is only read out. */
function seen(html: string): string {
  return html.replace(/<span class="visually-hidden"[^>]*>[^<]*<\/span>/g, '')
}

test('a difference is drawn in words, what did not change is folded, and ids are shown by their names', () => {
  const html = renderToStaticMarkup(<ContentDiff difference={diffContents(before, after)} {...around} />)
  assert.match(seen(html), /<del>Twelve<\/del><ins>Fourteen<\/ins><span> ships\.<\/span>/)
  assert.match(html, /<del><span class="visually-hidden" lang="en">\[removed: <\/span>Twelve/)
  assert.match(html, /<details class="diff-same"><summary>2 unchanged paragraphs<\/summary>/)
  assert.match(seen(html), /<th scope="row">Headline<\/th>.*<del>left<\/del><ins>stayed<\/ins>/)
  assert.match(seen(html), /<ins><bdi>Ports<\/bdi><\/ins>.*<ins><bdi>no longer there<\/bdi><\/ins>/)
  assert.doesNotMatch(html, /topic-2<|style=/)
})

test('nothing that differs is said in a sentence', () => {
  const html = renderToStaticMarkup(<ContentDiff difference={diffContents(before, before)} {...around} />)
  assert.equal(html, '<p class="quiet">The two are the same.</p>')
})

test('what people wrote is text, and a changed link is told and leads nowhere', () => {
  const linked: Block = {
    type: 'paragraph',
    attrs: { id: 'cccc' },
    content: [
      {
        type: 'text',
        text: '<img src=x onerror=alert(1)>',
        marks: [{ type: 'link', attrs: { href: 'https://a.example/"><script>', articleId: null } }],
      },
    ],
  }
  const html = renderToStaticMarkup(<ContentDiff difference={diffContents(before, articleOf('<script>', linked))} {...around} />)
  assert.doesNotMatch(html, /<script|<img|<a /)
  assert.match(html, /\(https:\/\/a\.example\/&quot;&gt;&lt;script&gt;\)/)
})

test('an Arabic text runs from right to left within an English dashboard', () => {
  const arabic = { ...around, textLanguage: 'ar' }
  const [old, now] = [articleOf('سفن', paragraph('aaaa', 'غادرت السفن')), articleOf('سفن', paragraph('aaaa', 'عادت السفن'))]
  const html = renderToStaticMarkup(<ContentDiff difference={diffContents(old, now)} {...arabic} />)
  assert.match(html, /<div class="diff-text" lang="ar" dir="rtl">/)
  assert.match(html, /<span class="visually-hidden" lang="en">\[added: <\/span>عادت/)
})

test('a conflict offers mine, theirs and, where both can stand, both', () => {
  const ours = articleOf('Ours', paragraph('aaaa', 'Mine.'), paragraph('cccc', 'Twelve ships.'))
  const theirs = articleOf(
    'Theirs',
    paragraph('aaaa', 'Theirs.'),
    paragraph('bbbb', 'Two, changed.'),
    paragraph('cccc', 'Twelve ships.'),
  )
  const conflicts = diffConflicts(mergeContents(before, ours, theirs).conflicts)
  const html = renderToStaticMarkup(
    <ConflictView conflicts={conflicts} side={sideOfPerson('en', 'Rim')} choose={() => {}} {...around} />,
  )
  const offered = [...html.matchAll(/<input type="radio" required="" name="([^"]+)" value="([^"]+)"\/>/g)].map(
    ([, name, value]) => `${name}: ${value}`,
  )
  assert.deepEqual(offered, [
    'field headline: ours',
    'field headline: theirs',
    'block aaaa: ours',
    'block aaaa: theirs',
    'block aaaa: both',
    'block bbbb: ours',
    'block bbbb: theirs',
  ])
  assert.match(html, /<legend>Headline<\/legend>/)
  assert.match(seen(html), /<h3>Yours<\/h3>.*<del>One<\/del><ins>Mine<\/ins>/)
})

test('a drifted original stands beside its translation', () => {
  const now = articleOf('Ships left', paragraph('aaaa', 'One.'), paragraph('cccc', 'Fourteen ships.'), paragraph('dddd', 'New.'))
  const translation = articleOf(
    'Navires',
    paragraph('aaaa', 'Un.'),
    paragraph('bbbb', 'Deux.'),
    paragraph('cccc', 'Douze navires.'),
  )
  const drift = driftOf(before, now, translation.body)
  const html = renderToStaticMarkup(<TranslationDrift drift={drift} translationLanguage="fr" {...around} />)
  assert.match(html, /lang="fr" dir="ltr">Douze navires\./)
  assert.match(html, /lang="fr" dir="ltr">Deux\./)
  assert.match(html, /Not in the translation yet\./)
  assert.match(html, /<p class="quiet">1 unchanged paragraph<\/p><\/div>$/)
})

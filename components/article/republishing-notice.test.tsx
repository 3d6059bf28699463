import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { RepublishingNotice } from '@/components/article/republishing-notice'
import { languages } from '@/lib/languages'

const notice = (props: Partial<Parameters<typeof RepublishingNotice>[0]> = {}) =>
  renderToStaticMarkup(
    <RepublishingNotice language="en" publication="The P." delivers="news" articleId="7" aboutHref="/about" {...props} />,
  )

test('The form’s link carries the article, the other leads to About', () => {
  assert.equal(
    notice(),
    '<p class="republishing-notice">The P. delivers news. To learn more about republishing this content and the associated fees, ' +
      'please <a href="/republish/7">read our conditions</a>. More about The P. <a href="/about">can be found here</a>.</p>',
  )
})

test('A sentence that has nothing to say is left out, in every language', () => {
  for (const language of languages) {
    const html = notice({ language, delivers: '', aboutHref: null })
    assert.equal(html.match(/<a /g)?.length, 1)
    assert.doesNotMatch(html, /[{}]/)
    assert.equal(html.replace(/<[^>]+>/g, '').match(/\./g)?.length, 1)
  }
})

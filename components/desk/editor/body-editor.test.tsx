import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { BodyEditor } from '@/components/desk/editor/body-editor'

test('the server leaves the place of the text to the browser', () => {
  const markup = renderToStaticMarkup(
    <BodyEditor
      language="en"
      textLanguage="ar"
      initial={{ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'once' } }] }}
      onChange={() => {}}
      uploadPictures={async () => null}
      choosePicture={async () => null}
      chooseArticle={async () => null}
      pictures={{}}
      articles={{}}
      commented={new Set()}
      onComment={() => {}}
    />,
  )
  assert.equal(markup, '<div class="body-editor"></div>')
})

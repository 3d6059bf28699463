import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraphsOfText } from '@/components/desk/editor/paste/plain-text'

test('blank lines part paragraphs, and without any each line is one', () => {
  assert.deepEqual(paragraphsOfText('One\r\n\r\nTwo\r\n \r\n\r\nThree\r\nand more\r\n'), [
    ['One'],
    ['Two'],
    ['Three', 'and more'],
  ])
  assert.deepEqual(paragraphsOfText('One\nTwo\n'), [['One'], ['Two']])
  assert.deepEqual(paragraphsOfText(' \n'), [])
})

test('lines that a mail program broke are one', () => {
  const line = 'a line that runs up to the margin where programs break them'
  assert.deepEqual(paragraphsOfText(`${line}\n${line}\nend.\n\nNext`), [[`${line} ${line} end.`], ['Next']])
})

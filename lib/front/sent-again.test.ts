import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formTaking, sentAgainForm, sentFields } from './sent-again'

const page = `<form action="/search"><input name="q"></form>
<form action="" enctype="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;40ab&quot;}"/>
<input type="hidden" name="language" value="en"/><input type="email" name="email"/><input type="checkbox" name="newsletter-1"/></form>
<form method="POST"><input type="hidden" name="$ACTION_ID_41"/><textarea name="message"></textarea></form>`

async function sent(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('picture', new Blob(['x']), 'x.png')
  const encoded = new Response(form)
  return sentFields(Buffer.from(await encoded.arrayBuffer()), encoded.headers.get('content-type') ?? '')
}

test('What was sent is read without its old action and without files', async () => {
  const fields = await sent({ $ACTION_ID_00: '', email: 'ada@reader.example', 'newsletter-1': 'on' })
  assert.deepEqual(fields, [
    ['email', 'ada@reader.example'],
    ['newsletter-1', 'on'],
  ])
  assert.deepEqual(await sentFields(Buffer.from('nonsense'), 'multipart/form-data; boundary=x'), [])
  assert.deepEqual(await sentFields(Buffer.from('a=1&b=2'), 'application/x-www-form-urlencoded'), [
    ['a', '1'],
    ['b', '2'],
  ])
})

test('It goes to the form that takes most of it, with the action that form names now', async () => {
  const form = formTaking(page, await sent({ email: 'a@b.example', 'newsletter-1': 'on', stamp: 'x' }))
  assert.deepEqual(form?.action, [
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', '{"id":"40ab"}'],
  ])
  assert.deepEqual(formTaking(page, await sent({ message: 'x' }))?.action, [['$ACTION_ID_41', '']])
  assert.equal(formTaking(page, await sent({ q: 'x' })), null)
})

test('What was typed is shown and carried on, and cannot be taken for anything but words', async () => {
  const fields = await sent({ email: '"><script>alert(1)</script>', 'newsletter-1': 'on' })
  const { text } = sentAgainForm(fields, formTaking(page, fields), 'Send again')
  assert.doesNotMatch(text, /<script/)
  assert.match(text, /<blockquote dir="auto">&#34;&#62;&#60;script/)
  assert.match(text, /<input type="hidden" name="newsletter-1" value="on">/)
  assert.equal(text.match(/<blockquote/g)?.length, 1)
  const alone = sentAgainForm([['message', 'a letter </textarea>']], null, 'Send again').text
  assert.match(alone, /<textarea readonly rows="3">a letter &#60;\/textarea&#62;<\/textarea>/)
})

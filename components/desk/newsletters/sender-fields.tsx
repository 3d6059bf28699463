import type { FormValues } from '@/components/desk/newsletters/form-values'
import type { NewsletterWords } from '@/components/desk/newsletters/words/en'
import { TextAreaField } from '@/components/forms/text-area-field'
import { TextField } from '@/components/forms/text-field'
import type { NewsletterSettings } from '@/db/newsletters/rules'

type Props = { words: NewsletterWords; values: FormValues; now: NewsletterSettings }

/** Who a newsletter comes from, and what its mails say of themselves. */
export function SenderFields({ words, values, now }: Props) {
  const line = (
    name: 'senderName' | 'senderAddress' | 'replyTo' | 'listId',
    label: string,
    hint: string | null,
    type: 'text' | 'email',
  ) => (
    <div>
      <TextField
        name={name}
        label={label}
        type={type}
        maxLength={254}
        defaultValue={values.text(name, now[name])}
        fault={values.fault(name)}
      />
      {hint && <p className="quiet hint">{hint}</p>}
    </div>
  )
  return (
    <section className="panel">
      <h2>{words.mail}</h2>
      <div className="columns">
        {line('senderName', words.senderName, null, 'text')}
        {line('senderAddress', words.senderAddress, words.senderHint, 'email')}
        {line('replyTo', words.replyTo, words.replyToHint, 'email')}
        {line('listId', words.listId, words.listIdHint, 'text')}
      </div>
      <TextAreaField
        name="postalAddress"
        label={words.postalAddress}
        rows={2}
        maxLength={500}
        defaultValue={values.text('postalAddress', now.postalAddress)}
        fault={values.fault('postalAddress')}
      />
      <p className="quiet hint">{words.postalHint}</p>
    </section>
  )
}

/** What stands under a name: texts, none of them, or nobody knows. */
export type Texts = string[] | 'no-answer'

/** What newsletters are sent with: the domain of their sender, that of the envelope, and which key signs. */
export type Sending = { domain: string; envelopeDomain: string; selector: string }

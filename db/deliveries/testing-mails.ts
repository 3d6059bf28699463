/** Mails as servers send them back, for tests: written after what each is known to write. */

const lines = (...all: string[]) => all.join('\r\n')

type Asked = { to: string; fields: string[]; said?: string; headers?: string[]; global?: string[] }

/** A delivery status as Postfix and most others lay it out; `fields` are those of the recipient. */
export function statusMail({
  to,
  fields,
  said = 'Your message could not be delivered.',
  headers = [],
  global = [],
}: Asked): string {
  return lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.reader.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    said,
    '',
    '--b1',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.reader.example',
    'Arrival-Date: Sat, 28 Nov 2026 06:00:00 +0000 (UTC)',
    ...global,
    '',
    ...fields,
    '',
    '--b1',
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    'From: News <news@news.example>',
    'Subject: Jerusalem Dispatch 5.1.1',
    '',
    '--b1--',
    '',
  )
}

/** A complaint, as a provider's feedback loop sends it (RFC 5965), with the mail it is about. */
export function complaintMail(type: string, about: { to: string; returnPath: string }): string {
  return lines(
    'From: <feedback@provider.example>',
    `To: ${about.to}`,
    'Subject: FW: Jerusalem Dispatch',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset="US-ASCII"',
    'Content-Transfer-Encoding: 7bit',
    '',
    'This is an email abuse report for a message received on Sat, 28 Nov 2026.',
    '',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    `Original-Mail-From: <${about.returnPath}>`,
    'Source-IP: 192.0.2.1',
    '',
    '--part',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    `Return-Path: <${about.returnPath}>`,
    'From: News <news@news.example>',
    'To: <reader@reader.example>',
    'Subject: Jerusalem Dispatch',
    '',
    'Good morning.',
    '',
    '--part--',
    '',
  )
}

/** An absence note. */
export function absenceMail(to: string, marked = 'Auto-Submitted: auto-replied (vacation)'): string {
  return lines('From: Ada <ada@reader.example>', `To: ${to}`, 'Subject: Away', marked, '', 'I am away until 5.1.1 2027.', '')
}

/** As qmail writes, older than delivery status. */
export function qmailMail(to: string, code: string): string {
  return lines(
    'From: MAILER-DAEMON@old.example',
    `To: ${to}`,
    'Subject: failure notice',
    '',
    'Hi. This is the qmail-send program at old.example.',
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    '',
    '<ada@old.example>:',
    `Sorry, no mailbox here by that name. (#${code})`,
    '',
    '--- Below this line is a copy of the message.',
    '',
    'Subject: Something 5.1.1',
    '',
  )
}

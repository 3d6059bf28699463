import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { environment } from '../../lib/environment'
import { laneMaker } from './carrier'
import type { SendingSetting } from './edition-mail'
import { Sender } from './sender'

/** Deliveries claimed at once. */
const batch = 200

/** Starts a sender as the environment says. Throws when the key that newsletters are signed with cannot be read. */
export function startSender(): Sender {
  const { SMTP_URL, NEWSLETTER_SMTP_URL, NEWSLETTER_CONNECTIONS, NEWSLETTER_RATE, NEWSLETTER_RATE_PER_PROVIDER, PUBLIC_URL } =
    environment()
  return new Sender({
    makeLane: laneMaker(NEWSLETTER_SMTP_URL ?? SMTP_URL, new URL(PUBLIC_URL).hostname),
    lanes: NEWSLETTER_CONNECTIONS,
    batch,
    rates: { provider: NEWSLETTER_RATE, domain: NEWSLETTER_RATE_PER_PROVIDER },
    setting: readSetting(),
  })
}

function readSetting(): SendingSetting {
  const {
    PUBLIC_URL,
    DKIM_SELECTOR,
    DKIM_KEY_FILE,
    BOUNCE_DOMAIN,
    IDEMPOTENCY_HEADER,
    IDEMPOTENCY_SECONDS,
    POSTMARK_WEBHOOK_SECRET,
  } = environment()
  const key = DKIM_KEY_FILE ? createPrivateKey(readFileSync(DKIM_KEY_FILE)) : null
  return {
    origin: PUBLIC_URL,
    signerFor: (domain) => (key && DKIM_SELECTOR ? { domain, selector: DKIM_SELECTOR, key } : null),
    bounceDomain: BOUNCE_DOMAIN ?? null,
    // Postmark gives back what stands in such a header.
    ...(POSTMARK_WEBHOOK_SECRET ? { deliveryHeader: 'X-PM-Metadata-delivery' } : {}),
    idempotency: IDEMPOTENCY_HEADER ? { header: IDEMPOTENCY_HEADER, seconds: IDEMPOTENCY_SECONDS } : null,
  }
}

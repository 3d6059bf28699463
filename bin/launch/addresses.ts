import { networkInterfaces } from 'node:os'
import { styleText } from 'node:util'
import type { Environment } from '../../lib/environment'
import { isLoopbackHost } from '../../lib/front/clients'

/** Prints where everything is. */
export function tellAddresses(url: string, port: number, { HOST: host, SMTP_URL }: Environment): void {
  const rows = [['Read it at', styleText('bold', url)]]
  if (host === '0.0.0.0' || host === '::')
    for (const address of listOwnAddresses()) rows.push(['In your network', `http://${address}:${port}`])
  // Where readers come by another address the mailbox is shown to nobody.
  if (!SMTP_URL && isLoopbackHost(new URL(url).host)) rows.push(['Mail', `http://localhost:${port}/mailbox`])
  rows.push(['Health', `http://localhost:${port}/readyz`], ['Logs', '.data/logs'])
  process.stdout.write(`\n${rows.map(([name = '', what]) => `  ${name.padEnd(18)}${what}`).join('\n')}\n\nCtrl-C ends it.\n`)
}

function listOwnAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

import { networkInterfaces } from 'node:os'
import { styleText } from 'node:util'

/** Prints where everything is. */
export function tellAddresses(url: string, port: number, host: string): void {
  const rows = [['Read it at', styleText('bold', url)]]
  if (host === '0.0.0.0' || host === '::')
    for (const address of listOwnAddresses()) rows.push(['In your network', `http://${address}:${port}`])
  rows.push(['Health', `http://localhost:${port}/readyz`], ['Logs', '.data/logs'])
  process.stdout.write(`\n${rows.map(([name = '', what]) => `  ${name.padEnd(18)}${what}`).join('\n')}\n\nCtrl-C ends it.\n`)
}

function listOwnAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

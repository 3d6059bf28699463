import { listAddresses } from './addresses'
import { askForPage } from './ask'
import { type Figure, figure, milliseconds, quantile } from './figures'
import { withServer } from './server'

const wanted = 100
/** Asked for first and not counted: the runtime compiles what every page needs. */
const rehearsal = 20

/** The time of pages nobody has asked for before, one after the other. */
export async function measureCold(databaseUrl: string, size: number): Promise<Figure[]> {
  const name = `cold render over ${size}`
  const addresses = await listAddresses(databaseUrl, rehearsal + wanted, 'en')
  if (addresses.length <= rehearsal) return [figure(name, 'not measured: the server draws all of them at its start')]
  return withServer(databaseUrl, async ({ url }) => {
    const times: number[] = []
    for (const address of addresses) times.push((await askForPage(url + address, 'br')).ms)
    const counted = times.slice(rehearsal)
    const measured = `p50 ${milliseconds(quantile(counted, 0.5))}, p95 ${milliseconds(quantile(counted, 0.95))} (${counted.length} articles)`
    return [figure(name, measured)]
  })
}

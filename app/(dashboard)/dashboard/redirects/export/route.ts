import { listRedirects } from '@/db/redirects/desk'
import { csvAnswer, csvLine } from '@/lib/csv'
import { requireRight } from '../../../session'

/** Redirects read at once; the answer is sent as they come. */
const portion = 5000

/** All redirects as CSV, as the import reads it. */
export async function GET() {
  await requireRight('redirect.edit')
  return csvAnswer('redirects.csv', linesOf())
}

async function* linesOf(): AsyncGenerator<string> {
  yield csvLine(['from', 'to'])
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listRedirects>> = await listRedirects({ q: '', after }, portion)
    yield page.rows.map(({ path, to }) => csvLine([path, to])).join('')
    after = page.next
  }
}

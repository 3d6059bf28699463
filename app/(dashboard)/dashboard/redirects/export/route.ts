import { listRedirects } from '@/db/redirects/desk'
import { csvLine } from '@/lib/csv'
import { requireRight } from '../../../session'

/** Redirects read at once; the answer is sent as they come. */
const portion = 5000

/** All redirects as CSV, as the import reads it. */
export async function GET() {
  await requireRight('redirect.edit')
  const lines = linesOf()
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="redirects.csv"' },
  })
}

async function* linesOf(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvLine(['from', 'to']))
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listRedirects>> = await listRedirects({ q: '', after }, portion)
    yield encoder.encode(page.rows.map(({ path, to }) => csvLine([path, to])).join(''))
    after = page.next
  }
}

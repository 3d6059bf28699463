import { z } from 'zod'
import { listArticleChoices, listContributorChoices, listTopicChoices } from '@/db/articles/choices'
import { languages } from '@/lib/languages'
import { requireRight } from '../../../session'

const input = z.object({
  kind: z.enum(['topics', 'contributors', 'articles']),
  language: z.enum(languages),
  q: z.string().max(100),
})

/** What can be chosen for a field of the editor by the words typed there. */
export async function GET(request: Request, { params }: RouteContext<'/dashboard/choices/[kind]'>) {
  const actor = await requireRight('article.read')
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = input.safeParse({ ...asked, ...(await params) })
  if (!parsed.success) return Response.json({ fault: 'invalid' }, { status: 404 })

  const { kind, language, q } = parsed.data
  switch (kind) {
    case 'topics':
      return Response.json(await listTopicChoices(language, q))
    case 'contributors':
      return Response.json(await listContributorChoices(language, q))
    case 'articles':
      return Response.json(await listArticleChoices(actor, language, q))
  }
}

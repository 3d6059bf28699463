import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { requestIdHeader } from './answers'
import { correctHeaders } from './clients'
import { appPolicy, strictHeaders } from './headers'

type Circumstances = { publicUrl: URL; trusted: BlockList; id: string; dev?: boolean }

/** Previews of readers' pages, which the dashboard shows in frames of its own. */
const framed = /^\/dashboard\/fronts\/[a-z]{2}\/drawn$/

/** Makes a request for an app's page say what is so, and gives its answer our headers before Next writes it. */
export function dressForApp(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, trusted, id, dev = false }: Circumstances,
): void {
  correctHeaders(request, publicUrl, trusted, id)
  const isSecure = publicUrl.protocol === 'https:'
  const isFramed = framed.test((request.url ?? '').split('?', 1)[0] ?? '')
  const policy = appPolicy({ isSecure, dev, isFramed })
  // Next takes the nonce from the policy that the request brings, and gives it to each script it writes.
  request.headers['content-security-policy'] = policy
  const own = [...strictHeaders({ isSecure, policy }), requestIdHeader, id]
  for (let at = 0; at < own.length; at += 2) response.setHeader(own[at] ?? '', own[at + 1] ?? '')
}

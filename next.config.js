// @ts-check
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  // Nothing is kept by Next: the front keeps made documents, and drops them when it hears of a change.
  cacheMaxMemorySize: 0,
  cacheHandler: fileURLToPath(new URL('./lib/front/cache-handler.js', import.meta.url)),
  // Long enough that no page is taken for one that changes by the clock; whoever shows something that does says `until`.
  cacheLife: { published: { stale: 3600, revalidate: 30 * 86_400, expire: 365 * 86_400 } },
  // One spelling of each address, compression, ETags and headers are the front's.
  skipTrailingSlashRedirect: true,
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  // Checked by `npm test`, once; a stranger's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Next's list of bots would get another rendering, without tags; a document is whole for everybody.
  htmlLimitedBots: /^nobody$/,
  agentRules: false,
  // Readers ask for `/news/feed.xml`; a folder's name cannot hold the format, so the routes stand at `/news/feed/xml`.
  rewrites: async () => [{ source: '/:list*/feed.:format(xml|atom|json)', destination: '/:list*/feed/:format' }],
  redirects: async () => [
    { source: '/:list*/feed/:format(xml|atom|json)', destination: '/:list*/feed.:format', permanent: true },
  ],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
}

export default config

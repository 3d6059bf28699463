/** What became of the HTML Next drew. */
export type MadeDocument = { html: string; status: number | null; fault: string | null }

/** Statuses a page may give itself by `<main data-status="…">`. */
const ownStatuses: ReadonlySet<string> = new Set(['404', '410', '451'])

const reactMarks = /<!--(?:\/?\$[?!]?|\/?&| )-->/g
const scriptPreloads = /<link\b[^>]*\brel="(?:preload|modulepreload|preconnect|dns-prefetch)"[^>]*>/g

/**
 * Makes a document of a page: no script but structured data and our own modules, no preloads of scripts, the status its `<main>` is marked with.
 * `fault` says why it cannot be shown: content that would wait hidden for a script.
 */
export function makeDocument(page: string): MadeDocument {
  const fault = page.includes('<template id="B:') ? 'content waits hidden in a <Suspense> boundary' : null
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = page.indexOf('<script', at)
    if (start === -1) break
    const end = page.indexOf('</script>', start)
    const stop = end === -1 ? page.length : end + '</script>'.length
    parts.push(withoutTraces(page.slice(at, start)))
    const script = page.slice(start, stop)
    if (isOurs(script)) parts.push(script)
    at = stop
  }
  parts.push(withoutTraces(page.slice(at)))
  const html = parts.join('')
  return { html, status: markedStatus(html), fault }
}

/** The status a page's `<main>` is marked with, if any. */
function markedStatus(html: string): number | null {
  const main = html.match(/<main\b[^>]*>/)?.[0]
  const marked = main?.match(/\bdata-status="(\d{3})"/)?.[1]
  return marked && ownStatuses.has(marked) ? Number(marked) : null
}

function isOurs(script: string): boolean {
  const tag = script.slice(0, script.indexOf('>') + 1)
  return /\btype="application\/ld\+json"/.test(tag) || /\bsrc="\/reader\/[\w/.-]+"/.test(tag)
}

function withoutTraces(html: string): string {
  return html
    .replace(scriptPreloads, (link) =>
      /\bas="script"|rel="modulepreload"/.test(link) && !/\bhref="\/reader\//.test(link) ? '' : link,
    )
    .replace(reactMarks, '')
    .replace('<div hidden=""></div>', '')
}

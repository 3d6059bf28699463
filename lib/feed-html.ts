/**
 * Makes a fragment that our own renderer drew fit for feed readers, which know neither the page's address nor its responsive
 * pictures: addresses become absolute, each picture keeps its one plain file. Only for markup of ours: attributes are found by
 * the form in which React writes them.
 */
export function feedHtml(html: string, origin: string): string {
  return html
    .replace(/<source\b[^>]*>/g, '')
    .replace(/ (?:srcset|srcSet|sizes|class|id|loading|decoding|fetchpriority|aria-[a-z]+|tabindex|role)="[^"]*"/g, '')
    .replace(/ (href|src)="\/(?!\/)/g, (_whole, name: string) => ` ${name}="${origin}/`)
}

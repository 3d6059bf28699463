import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path'

/**
 * Finds the file that a source's path or address means, without asking the network: beside the document, in the folder that a
 * browser saves with a page, from the root of the given folder, or in a copy of a WordPress uploads folder. Only files inside
 * `root` are found, whatever the path says and wherever a symbolic link leads. Null when there is none.
 */
export async function findPicture(root: string, document: string, path: string): Promise<string | null> {
  const wanted = plainPath(path)
  if (!wanted) return null
  const folder = dirname(document)
  const saved = `${document.slice(0, -extname(document).length)}_files`
  const upload = /(?:^|\/)uploads\/(.+)$/.exec(wanted)?.[1]
  const places = [
    ...(isAbsolute(wanted) || /^[a-z]+:/i.test(path) ? [] : [join(folder, wanted)]),
    join(root, wanted),
    ...(upload
      ? [join(folder, 'uploads', upload), join(root, 'uploads', upload), join(root, 'wp-content', 'uploads', upload)]
      : []),
    join(saved, basename(wanted)),
    join(folder, basename(wanted)),
  ]
  const whole = await realpath(root)
  for (const place of places.flatMap(withoutSize)) {
    const file = await insideOf(whole, place)
    if (file) return file
  }
  return null
}

async function insideOf(root: string, place: string): Promise<string | null> {
  try {
    const file = await realpath(place)
    const way = relative(root, file)
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return null
    return (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

/** The path of an address or path, decoded, without its query; null for what cannot be one. */
function plainPath(path: string): string | null {
  const bare = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path) ? path.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '') : path
  try {
    const decoded = decodeURIComponent(bare.replace(/[?#].*$/s, ''))
    return decoded && !decoded.includes('\0') ? decoded : null
  } catch {
    return null
  }
}

/** WordPress names its reduced copies `photo-300x200.jpg`; the original is preferred. */
function withoutSize(place: string): string[] {
  const original = place.replace(/-\d{2,5}x\d{2,5}(\.[a-z]+)$/i, '$1')
  return original === place ? [place] : [original, place]
}

import { addressWith } from '@/lib/address-with'

/** The addresses of the pages beside one of a list that is searched and read onward, as `PagesOnward` takes them. */
export function pagesAround(path: string, { q, after }: { q: string; after: string }, next: string | null) {
  const asked = { q: q || undefined }
  return {
    first: after === '' ? null : addressWith(path, asked),
    next: next && addressWith(path, { ...asked, after: next }),
  }
}

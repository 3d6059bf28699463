// @ts-check

/** The header in which an entry's tags travel to the front, which removes it. */
const tagsHeader = 'x-front-tags'

/**
 * Next's cache, keeping nothing: the front keeps whole documents instead. Its one use is that `set()` sees each answer's tags before the
 * answer leaves, and can put them into the headers of that very answer. Undocumented; the contract test guards it.
 */
export default class FrontCacheHandler {
  async get() {
    return null
  }

  /**
   * @param {string} _key
   * @param {{ headers?: Record<string, unknown>, postponed?: unknown } | null} value
   */
  async set(_key, value) {
    // An entry with postponed parts is the frame of a page that also shows what was asked: it must never look keepable.
    if (!value?.headers || value.postponed) return
    const tags = value.headers['x-next-cache-tags']
    if (typeof tags !== 'string') return
    const ours = tags.split(',').filter((tag) => tag !== '' && !tag.startsWith('_N_T_'))
    if (ours.length > 0) value.headers[tagsHeader] = ours.join(',')
  }

  async revalidateTag() {}

  resetRequestCache() {}
}

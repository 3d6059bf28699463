/** An id for a block that begins its life here: 72 random bits in twelve characters that may stand in an address. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** The id that an element of ours carries through the clipboard, as attributes for a node. */
export function blockIdOf(element: HTMLElement): { id?: string } {
  const id = element.getAttribute('data-id')
  return id && /^[A-Za-z0-9_-]{4,40}$/.test(id) ? { id } : {}
}

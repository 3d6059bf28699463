import { getRedirect } from './content'

/** Where a list went whose address was ours once: its feed went with it. Null where nothing is known of it. */
export async function findMovedList(address: string): Promise<{ movedTo: string } | null> {
  const to = await getRedirect(address)
  return to.kind === 'moved' && to.to.startsWith('/') ? { movedTo: to.to } : null
}

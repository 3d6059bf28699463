/** What stands between somebody and a whole backup, or its restoring, in words for them. Whatever else is thrown is an accident. */
export class BackupFault extends Error {}

/** Why something failed, in as many words as there are. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error instanceof BackupFault || !(error.cause instanceof Error) ? error : error.cause
  // Waited in vain for another's hold on a table.
  if ('code' in cause && cause.code === '55P03') return 'somebody is using it. End "serve" and "work" first.'
  return cause.message || ('code' in cause ? String(cause.code) : cause.name)
}

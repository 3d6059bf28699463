import { join } from 'node:path'

/** What this installation keeps beside the code: the embedded database, pictures, keys, logs. Never in version control. */
export const dataFolder = join(import.meta.dirname, '..', '.data')

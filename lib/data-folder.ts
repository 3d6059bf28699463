import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')

// Here, because whatever asks for a setting asks for this first. What the environment says already is not overridden.
const settings = join(root, '.env')
if (process.env.NODE_ENV !== 'test' && existsSync(settings)) process.loadEnvFile(settings)

/**
 * What this installation keeps beside the code: the embedded database, pictures, keys, logs. Never in version control. DATA_FOLDER
 * puts it elsewhere.
 */
export const dataFolder = resolve(root, process.env.DATA_FOLDER || '.data')

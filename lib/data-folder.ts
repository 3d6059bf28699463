import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

// Inside Next's bundle a module has no folder; there the process stands in the project's root.
const root = import.meta.dirname ? join(import.meta.dirname, '..') : process.cwd()

// Here, because whatever asks for a setting asks for this first. What the environment says already is not overridden.
const settings = join(root, '.env')
if (process.env.NODE_ENV !== 'test' && existsSync(settings)) process.loadEnvFile(settings)

/**
 * What this installation keeps beside the code: the embedded database, pictures, keys, logs. Never in version control. DATA_FOLDER
 * puts it elsewhere.
 */
export const dataFolder = resolve(root, process.env.DATA_FOLDER || '.data')

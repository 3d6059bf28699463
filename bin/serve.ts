import { join } from 'node:path'
import { dataFolder } from '../lib/data-folder'
import { serveSite } from './serve/site'

await serveSite({
  folder: join(import.meta.dirname, '..'),
  previousStatic: join(dataFolder, 'static-previous'),
  dev: process.argv.includes('--dev'),
})

import { join } from 'node:path'
import { serveSite } from '../../bin/serve/site'

const [folder = ''] = process.argv.slice(2)
await serveSite({ folder, previousStatic: join(folder, 'static-previous'), dev: false })

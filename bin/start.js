// @ts-check
import { goOn } from './bootstrap.js'

await goOn('launch.ts')

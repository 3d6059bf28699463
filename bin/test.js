// @ts-check
import { goOn } from './bootstrap.js'

await goOn('run-tests.ts')

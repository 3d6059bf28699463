import { config } from 'zod/v4/core'

// Left to itself zod tries out whether it may make functions of text. The dashboard's policy forbids that, and browsers report every try.
config({ jitless: true })

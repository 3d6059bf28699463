import { openSink } from './sink'

/** A sink in a process of its own, so that what it costs is not counted with what sends. */
const sink = await openSink({ thinks: 0 })
process.send?.({ url: sink.url })
process.on('disconnect', () => process.exit(1))
process.on('message', () => process.send?.({ taken: sink.taken.size, signed: sink.signed, bytes: sink.bytes }))

// @ts-check
// Preloaded into child processes: when the parent is gone, even by kill -9, the child ends as if it had been asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

/** Whether Next is building: routes without a dynamic part are drawn then too, and the build has no database. */
export function isBuild(): boolean {
  return process.env.NEXT_PHASE === 'phase-production-build'
}

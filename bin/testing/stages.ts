/** In this order: what is quick to tell comes first. */
export const stageNames = ['lint', 'types', 'dead-code', 'units', 'build', 'browser'] as const

export type Stage = (typeof stageNames)[number]

/** A stage without tests of its own counts as one. */
export type Outcome = { passed: number; failed: number }

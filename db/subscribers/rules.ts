/** What a consent event tells beside its columns. */
export type ConsentDetails = Record<string, string | number | boolean | null>

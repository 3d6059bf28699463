/** What the lines of a file come to: how many would be asked or added, and how many are left out, and why. */
export type ImportCounts = {
  lines: number
  added: number
  alreadyThere: number
  left: number
  suppressed: number
  erased: number
  repeated: number
  faulty: number
}

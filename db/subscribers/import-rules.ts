import { z } from 'zod'

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

/** Why a line brings nobody: no address, one that no mail can be sent to, or a day of confirmation that is none or lies ahead. */
export const lineFaults = ['no-address', 'bad-address', 'bad-date', 'future-date'] as const
export type LineFault = (typeof lineFaults)[number]
/** By its number alone: what stands in it is somebody's address. */
export type FaultyLine = { line: number; fault: LineFault }

/** Why a whole file is refused. `line` is where reading ended, as far as that is known. */
export const fileFaults = ['empty', 'too-large', 'too-many-lines', 'encoding', 'quotes', 'no-address-column'] as const
export type FileFault = (typeof fileFaults)[number]

/** How much is read at once, and how many of its faulty lines are kept to be shown. */
export const importLimits = { bytes: 24 * 1024 * 1024, lines: 200_000, shownFaults: 50 }

/** How many of those imported are asked in an hour: more at once looks to mail servers like a flood. */
export const askedAnHour = 500

/** An import that nobody decided about is forgotten after so many days. */
export const undecidedDays = 30

/** What is said of a file of addresses beside the file itself. */
export const importForm = z.object({
  newsletterId: z.uuid('required'),
  evidence: z.string().trim().min(1, 'required').max(2000, 'too-long'),
  isConfirmedElsewhere: z
    .enum(['yes', 'no'])
    .catch('no')
    .transform((said) => said === 'yes'),
})
export type ImportForm = z.infer<typeof importForm>

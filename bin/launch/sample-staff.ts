/**
 * Prints a link for each of the sample's staff, to look at the dashboard with. Only to a terminal: what is not one may be kept, and these links
 * open accounts.
 */
export async function tellSampleStaff(url: string): Promise<void> {
  if (!process.stdout.isTTY) return
  // Loaded now: readers did not have to wait for it.
  const { closeDatabase } = await import('../../db/client')
  const { makeSampleStaff } = await import('../../db/people/sample-staff')
  const links = await makeSampleStaff(new Date())
  await closeDatabase()
  if (links.length === 0) return
  const rows = links.map(({ role, path }) => `  ${role.padEnd(18)}${url}${path}`)
  process.stdout.write(`\nSign in to the dashboard of the sample, each link once, within a day:\n${rows.join('\n')}\n`)
}

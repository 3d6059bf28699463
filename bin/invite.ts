import { parseArgs } from 'node:util'
import { closeDatabase } from '../db/client'
import { invitePerson } from '../db/people/commands'
import { invitationDays, invitationInput, staffRoles } from '../db/people/rules'
import { environment } from '../lib/environment'
import { provideDatabase } from '../lib/provide-database'

const usage = `Usage: npm run invite -- --role ROLE ADDRESS\nROLE is one of ${staffRoles.join(', ')}.\n`

const input = readWords()
const database = await provideDatabase()
const { outcome, token } = await invitePerson(input, new Date())
await closeDatabase()
await database.release()

// The one time the link is seen: the database has only its hash, and no log has it.
process.stdout.write(`
${input.email} ${outcome === 'invited' ? `is now on the staff as ${input.role}` : `is (again) active on the staff as ${input.role}; earlier links no longer work`}.

  ${environment().PUBLIC_URL}/invitations/${token}

This link is shown only now, and is valid for ${invitationDays} days, until a second factor is set up with it. Give it to them
yourself: no mail is sent.
`)

function readWords() {
  try {
    const { values, positionals } = parseArgs({ options: { role: { type: 'string' } }, allowPositionals: true })
    if (positionals.length === 1 && values.role) {
      const parsed = invitationInput.safeParse({ role: values.role, email: positionals[0] })
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      return refuse(`${issue?.path[0] === 'role' ? 'The role' : `“${positionals[0]}”`} ${issue?.message}.\n`)
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return refuse(usage)
}

function refuse(sentence: string): never {
  process.stderr.write(sentence)
  process.exit(1)
}

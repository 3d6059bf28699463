import { z } from 'zod'
import { staffRole } from './schema'

/** What a member of the staff may be. */
export const staffRoles = staffRole.enumValues

/** Days in which an invitation has to be accepted. */
export const invitationDays = 7

/** Who is invited as what. The address is kept in lower case: nobody is two people for the sake of a capital letter. */
export const invitationInput = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('is not an e-mail address').max(254, 'is too long for an e-mail address')),
  role: z.enum(staffRoles, `must be one of ${staffRoles.join(', ')}`),
})
export type InvitationInput = z.infer<typeof invitationInput>

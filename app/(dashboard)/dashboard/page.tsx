import { redirect } from 'next/navigation'
import { requireStaff } from '../session'

/** The first thing that there is for everybody. */
export default async function DashboardPage() {
  await requireStaff()
  redirect('/dashboard/account')
}

import { audienceEntrances } from './audience-entrances'
import { newsletterEntrances } from './newsletter-entrances'
import { openEntrances } from './open-entrances'
import { placeEntrances } from './place-entrances'
import { type Actor, isFresh, type StaffRole } from './rules'

type Rule = {
  roles: readonly StaffRole[]
  /** Cannot be taken back, or opens much: the second factor must have been given in the last half hour. */
  isGrave?: boolean
}

const everybody: readonly StaffRole[] = ['contributor', 'reporter', 'editor', 'publisher', 'admin', 'licensing', 'finance']
const writers: readonly StaffRole[] = ['contributor', 'reporter', 'editor', 'publisher']
const editors: readonly StaffRole[] = ['editor', 'publisher']
const publishers: readonly StaffRole[] = ['publisher']
const admins: readonly StaffRole[] = ['admin']

/**
 * Who may do what: the one matrix of rights. Which articles a right extends to is decided by `mayEdit` and its neighbours in
 * `db/articles/rights.ts`, with the row at hand.
 */
export const rights = {
  'account.use': { roles: everybody },
  'article.read': { roles: writers },
  'article.write': { roles: writers },
  'article.submit': { roles: ['reporter', 'editor', 'publisher'] },
  'article.comment': { roles: writers },
  'article.review': { roles: editors },
  'article.bulk-change': { roles: editors },
  'article.publish': { roles: editors, isGrave: true },
  'article.schedule': { roles: editors, isGrave: true },
  'article.correct': { roles: editors, isGrave: true },
  'article.withdraw': { roles: publishers, isGrave: true },
  'article.hold': { roles: editors },
  'article.preview': { roles: writers },
  'media.upload': { roles: writers },
  'media.describe': { roles: writers },
  'media.rights': { roles: editors },
  'media.delete': { roles: editors },
  'front.edit': { roles: publishers },
  'front.publish': { roles: publishers, isGrave: true },
  'taxonomy.edit': { roles: editors },
  'page.edit': { roles: publishers },
  'redirect.edit': { roles: publishers },
  'settings.edit': { roles: publishers, isGrave: true },
  'report.read': { roles: editors },
  'newsletter.read': { roles: editors },
  'newsletter.write': { roles: editors },
  'newsletter.approve': { roles: editors },
  'newsletter.send': { roles: editors, isGrave: true },
  'audience.read': { roles: publishers },
  'audience.change': { roles: publishers, isGrave: true },
  'people.read': { roles: admins },
  'people.change': { roles: admins, isGrave: true },
  'event.read': { roles: ['publisher', 'admin'] },
  'mail.read': { roles: ['publisher', 'admin'] },
} as const satisfies Record<string, Rule>

export type Right = keyof typeof rights

/** Whether a role has a right at all. */
export function may({ role }: Pick<Actor, 'role'>, right: Right): boolean {
  const { roles }: Rule = rights[right]
  return roles.includes(role)
}

/** Whether somebody's right is for everything, not for the sections alone that are named for an editor. */
export function reachesAll({ role, sectionIds }: Pick<Actor, 'role' | 'sectionIds'>): boolean {
  return role !== 'editor' || sectionIds.length === 0
}

/** Whether somebody may use a right now: a grave one asks for the second factor again when it was given more than half an hour ago. */
export function decide(
  actor: Pick<Actor, 'role' | 'confirmedAt'>,
  right: Right,
  now: Date,
): 'allowed' | 'not-allowed' | 'ask-again' {
  const { isGrave = false }: Rule = rights[right]
  if (!may(actor, right)) return 'not-allowed'
  return isGrave && !isFresh(actor, now) ? 'ask-again' : 'allowed'
}

/** Who is let in at an entrance: anybody, whoever has given the first factor, or staff with a right. */
export type Entrance = 'anybody' | 'signed-in' | Right

/**
 * Every server action (by file and name) and every page and route of the staff (by address), and who is let in there. What is not listed here
 * is not there: a test walks all that the build has made, as everybody and as nobody.
 */
export const entrances: Readonly<Record<string, Entrance>> = {
  ...openEntrances,
  ...newsletterEntrances,
  ...placeEntrances,
  'app/(dashboard)/sign-in/enrol/actions.ts#confirmAppAction': 'signed-in',
  'app/(dashboard)/sign-in/enrol/actions.ts#askForNewPasskeyAction': 'signed-in',
  'app/(dashboard)/sign-in/enrol/actions.ts#addPasskeyAction': 'signed-in',
  'app/(dashboard)/sign-in/second-factor/actions.ts#giveCodeAction': 'signed-in',
  'app/(dashboard)/sign-in/second-factor/actions.ts#askForPasskeyAction': 'signed-in',
  'app/(dashboard)/sign-in/second-factor/actions.ts#givePasskeyAction': 'signed-in',
  'app/(dashboard)/dashboard/account/actions.ts#signOutAction': 'signed-in',
  'app/(dashboard)/dashboard/account/actions.ts#endSessionAction': 'account.use',
  'app/(dashboard)/dashboard/account/actions.ts#endOtherSessionsAction': 'account.use',
  'app/(dashboard)/dashboard/account/actions.ts#removePasskeyAction': 'account.use',
  'app/(dashboard)/dashboard/account/actions.ts#removeAppAction': 'account.use',
  'app/(dashboard)/dashboard/account/actions.ts#renewRecoveryCodesAction': 'account.use',
  'app/(dashboard)/dashboard/articles/new/actions.ts#beginArticleAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/actions.ts#discardCopyAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/preview/actions.ts#makePreviewAction': 'article.preview',
  'app/(dashboard)/dashboard/articles/[id]/preview/actions.ts#endPreviewAction': 'article.preview',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#submitAction': 'article.submit',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#returnAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#approveAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#publishAction': 'article.publish',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#scheduleAction': 'article.schedule',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#unscheduleAction': 'article.schedule',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#withdrawAction': 'article.withdraw',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#reinstateAction': 'article.withdraw',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#holdAction': 'article.hold',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#releaseAction': 'article.hold',
  'app/(dashboard)/dashboard/articles/[id]/publish/actions.ts#overrideAction': 'article.publish',
  'app/(dashboard)/dashboard/articles/[id]/publish/particulars/actions.ts#assignReviewerAction': 'article.submit',
  'app/(dashboard)/dashboard/articles/[id]/publish/particulars/actions.ts#claimReviewAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/publish/particulars/actions.ts#giveArticleAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/publish/particulars/actions.ts#changeEmbargoAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/publish/particulars/actions.ts#changeParticularsAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/comments/actions.ts#addCommentAction': 'article.comment',
  'app/(dashboard)/dashboard/articles/[id]/comments/actions.ts#answerCommentAction': 'article.comment',
  'app/(dashboard)/dashboard/articles/[id]/comments/actions.ts#resolveCommentAction': 'article.comment',
  'app/(dashboard)/dashboard/articles/[id]/comments/actions.ts#reopenCommentAction': 'article.comment',
  'app/(dashboard)/dashboard/articles/[id]/comments/actions.ts#removeCommentAction': 'article.comment',
  'app/(dashboard)/dashboard/articles/[id]/history/actions.ts#restoreRevisionAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#proposeCorrectionAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#approveCorrectionAction': 'article.correct',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#refuseCorrectionAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#dropCorrectionAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#takeBackCorrectionAction': 'article.correct',
  'app/(dashboard)/dashboard/articles/[id]/corrections/actions.ts#declineOfferAction': 'article.write',
  '/dashboard/articles/[id]/corrections': 'article.read',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#beginChangeAction': 'article.submit',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#submitChangeAction': 'article.submit',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#returnChangeAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#approveChangeAction': 'article.review',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#publishChangeAction': 'article.publish',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#scheduleChangeAction': 'article.schedule',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#unscheduleChangeAction': 'article.schedule',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#discardChangeAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#resumeChangeAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/changes/actions.ts#renewChangeAction': 'article.submit',
  '/dashboard/articles/[id]/changes': 'article.read',
  '/dashboard/articles/[id]/changes/[change]': 'article.read',
  '/dashboard/articles/[id]/changes/[change]/text': 'article.read',
  '/dashboard/articles/[id]/changes/[change]/text/save': 'article.write',
  '/dashboard/articles/[id]/changes/[change]/text/report': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/translations/actions.ts#beginTranslationAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/translations/actions.ts#joinTranslationAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/translations/actions.ts#leaveTranslationAction': 'article.write',
  'app/(dashboard)/dashboard/articles/[id]/translations/actions.ts#followOriginalAction': 'article.write',
  '/dashboard/articles/[id]/translations': 'article.read',
  '/dashboard/articles/[id]/history': 'article.read',
  '/dashboard/articles/new': 'article.write',
  '/dashboard/articles/[id]': 'article.read',
  '/dashboard/articles/[id]/publish': 'article.read',
  '/dashboard/articles/[id]/report': 'article.write',
  '/dashboard/articles/[id]/save': 'article.write',
  '/dashboard/articles/[id]/receipts': 'article.read',
  '/dashboard/articles/[id]/preview': 'article.preview',
  '/dashboard/articles/[id]/revisions/[revision]': 'article.read',
  '/dashboard/choices/[kind]': 'article.read',
  'app/(dashboard)/dashboard/account/actions.ts#describeOneselfAction': 'account.use',
  'app/(dashboard)/dashboard/people/actions.ts#inviteAction': 'people.change',
  'app/(dashboard)/dashboard/people/actions.ts#changeRoleAction': 'people.change',
  'app/(dashboard)/dashboard/people/actions.ts#changeSectionsAction': 'people.change',
  'app/(dashboard)/dashboard/people/actions.ts#switchPersonAction': 'people.change',
  'app/(dashboard)/dashboard/people/actions.ts#inviteAgainAction': 'people.change',
  'app/(dashboard)/dashboard/settings/actions.ts#changeSettingsAction': 'settings.edit',
  'app/(dashboard)/dashboard/reports/actions.ts#handleReportAction': 'report.read',
  '/dashboard/settings': 'settings.edit',
  '/dashboard/reports': 'report.read',
  'app/(dashboard)/dashboard/people/actions.ts#erasePersonAction': 'people.change',
  '/dashboard/people': 'people.read',
  '/dashboard/people/[person]': 'people.read',
  '/dashboard/events': 'event.read',
  '/dashboard/events/export': 'event.read',
  'app/(dashboard)/dashboard/fronts/[language]/actions.ts#saveDraftAction': 'front.edit',
  'app/(dashboard)/dashboard/fronts/[language]/actions.ts#publishFrontAction': 'front.publish',
  'app/(dashboard)/dashboard/fronts/[language]/actions.ts#listCandidatesAction': 'front.edit',
  'app/(dashboard)/dashboard/fronts/[language]/actions.ts#restoreArrangementAction': 'front.edit',
  'app/(dashboard)/dashboard/actions.ts#saveFilterAction': 'article.read',
  'app/(dashboard)/dashboard/actions.ts#renameFilterAction': 'article.read',
  'app/(dashboard)/dashboard/actions.ts#removeFilterAction': 'article.read',
  'app/(dashboard)/dashboard/actions.ts#raiseFilterAction': 'article.read',
  'app/(dashboard)/dashboard/actions.ts#changeArticlesAction': 'article.bulk-change',
  'app/(dashboard)/dashboard/actions.ts#putBackAction': 'article.bulk-change',
  'app/(dashboard)/dashboard/media/[id]/actions.ts#describePictureAction': 'media.describe',
  'app/(dashboard)/dashboard/media/[id]/actions.ts#framePictureAction': 'media.describe',
  'app/(dashboard)/dashboard/media/[id]/actions.ts#setPictureRightsAction': 'media.rights',
  'app/(dashboard)/dashboard/media/[id]/actions.ts#deletePictureAction': 'media.delete',
  ...audienceEntrances,
  '/sign-in/enrol': 'signed-in',
  '/sign-in/second-factor': 'signed-in',
  '/dashboard': 'account.use',
  '/dashboard/account': 'account.use',
  '/dashboard/calendar': 'article.read',
  '/dashboard/fronts': 'front.edit',
  '/dashboard/fronts/[language]': 'front.edit',
  '/dashboard/fronts/[language]/preview': 'front.edit',
  '/dashboard/fronts/[language]/history': 'front.edit',
  '/dashboard/fronts/[language]/drawn': 'front.edit',
  '/dashboard/media': 'media.upload',
  '/dashboard/media/[id]': 'media.describe',
  '/dashboard/media/search': 'media.upload',
  '/dashboard/media/upload': 'media.upload',
}

/** The server actions of the readers' site, where anybody is let in: part of `entrances`. */
export const readerEntrances = {
  'app/(site)/[lang]/report-an-error/[article]/actions.ts#reportErrorAction': 'anybody',
  'app/(site)/[lang]/newsletters/actions.ts#signUpAction': 'anybody',
  'app/(site)/[lang]/newsletters/actions.ts#askForLinkAction': 'anybody',
  'app/(site)/[lang]/newsletters/confirm/[token]/actions.ts#confirmAction': 'anybody',
  'app/(site)/[lang]/newsletters/confirm/[token]/actions.ts#neverAgainAction': 'anybody',
  'app/(site)/[lang]/newsletters/confirm/[token]/actions.ts#allowAgainAction': 'anybody',
  'app/(site)/[lang]/newsletters/preferences/[token]/actions.ts#changePreferencesAction': 'anybody',
  'app/(site)/[lang]/newsletters/preferences/[token]/actions.ts#eraseAction': 'anybody',
  'app/(site)/unsubscribe/[token]/actions.ts#leaveAction': 'anybody',
  'app/(site)/unsubscribe/[token]/actions.ts#linkOfDeliveryAction': 'anybody',
} as const satisfies Record<string, 'anybody'>

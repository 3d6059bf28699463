import { answerRequest } from '../db/subscribers/answering'

/** Answers a sign-up, or a wish for a link to the preferences, by mail: here, so that nobody can tell by the time it takes whom we know. */
export async function answerSubscriberRequestJob({ requestId }: { requestId: string }): Promise<void> {
  await answerRequest(requestId, new Date())
}

import type { ReportWords } from './en'

export const fr: ReportWords = {
  reports: 'Signalements',
  reportsIntro: 'Ce que des lecteurs nous ont dit d’inexact dans un article.',
  waiting: 'En attente',
  handled: 'Traités',
  older: 'Plus anciens',
  nothingWaits: 'Rien n’attend. Ce que les lecteurs signalent sous un article arrive ici.',
  nothingHandled: 'Aucun signalement n’a encore été traité.',
  answerTo: 'Répondre à {address}',
  handle: 'Traité',
  reopen: 'Pas encore traité',
  gone: 'Ce signalement n’est plus là.',
  notAllowed: 'Votre rôle ne le permet pas.',
}

import type { CommentWords } from './en'

export const fr: CommentWords = {
  title: 'Commentaires',
  none: 'Personne n’a encore rien dit.',
  add: 'Dire quelque chose de l’article',
  addAt: 'Dire quelque chose de ce passage',
  cancel: 'Laisser tomber',
  say: 'Commenter',
  answer: 'Répondre',
  answerTo: 'Réponse à {name}',
  settle: 'Réglé',
  reopen: 'Rouvrir',
  remove: 'Reprendre',
  settledBy: 'Réglé par {name}, {when}',
  settled: { one: '# commentaire réglé', other: '# commentaires réglés' },
  gone: 'Sur un passage supprimé',
  show: 'Montrer le passage',
  tooLate: 'Il est trop tard pour le reprendre, ou quelqu’un a répondu.',
  notAllowed: 'Vous ne pouvez pas commenter cet article.',
  unknown: 'Ce commentaire n’existe plus.',
}

import type { SendingWords } from './en'

export const fr: SendingWords = {
  sending: 'Envoi',
  report: 'Rapport : à qui il est parti',
  pause: 'Suspendre l’envoi',
  resume: 'Reprendre l’envoi',
  cancel: 'Annuler l’envoi',
  cancelQuestion: 'Annuler cet envoi ?',
  cancelWarning: 'Qui l’a reçu le garde ; personne d’autre ne le recevra. Il ne pourra pas être repris.',
  keep: 'Le garder',
  sendAgain: 'Les envoyer à nouveau',
  sendAgainQuestion: 'Envoyer à nouveau les courriels incertains ?',
  sendAgainWarning: 'La plupart sont arrivés : ces personnes recevront la lettre deux fois.',
  leave: 'Les laisser tels quels',
  leaveQuestion: 'Laisser les courriels incertains tels quels ?',
  leaveWarning: 'Quelques personnes manqueront peut-être cette lettre. Elles restent dans le rapport.',
  done: {
    paused: 'Suspendu : plus rien ne commence.',
    resumed: 'L’envoi reprend.',
    cancelled: 'Annulé.',
    sentAgain: 'Ils sont envoyés à nouveau.',
    leftAlone: 'Ils restent tels quels.',
  },
  stopped: {
    'by-hand': 'Quelqu’un l’a suspendu.',
    items:
      'Il s’est arrêté de lui-même, car quelque chose ne doit pas partir tel quel. À la reprise, ce qui a été corrigé part dans son état actuel, et ce que les lecteurs ne peuvent voir est laissé de côté.',
    size: 'Il s’est arrêté de lui-même : il pèse {size} Ko, plus que n’en montrent les messageries.',
    bounces: 'Il s’est arrêté de lui-même : {bounced} adresses sur {of} l’ont refusé. Vérifiez les adresses avant de reprendre.',
    complaints: 'Il s’est arrêté de lui-même : {complained} destinataires sur {of} l’ont signalé comme indésirable.',
  },
  uncertain: {
    one: 'De # courriel, nul ne sait s’il est arrivé. Décidez dans le rapport.',
    other: 'De # courriels, nul ne sait s’ils sont arrivés. Décidez dans le rapport.',
  },
  reasons: {
    withdrawn: 'retiré',
    embargoed: 'sous embargo',
    'not-published': 'invisible pour les lecteurs',
    corrected: 'corrigé ou modifié depuis',
  },
  untitled: 'Un article sans titre',
}

import type { MailWords } from './en'

export const fr: MailWords = {
  mail: 'Courrier',
  mailIntro: 'Chaque courrier promis à une personne, et ce qu’il devient. Son contenu n’est pas gardé une fois parti.',
  to: 'À',
  kind: 'Objet',
  created: 'Promis',
  tried: 'Dernier essai',
  attempts: 'Essais',
  state: 'État',
  fault: 'Pourquoi pas encore',
  all: 'Tous',
  older: 'Plus anciens',
  newest: 'Les plus récents',
  forgotten: 'adresse retirée',
  nothing: 'Aucun courrier de ce genre.',
  states: {
    waiting: 'En attente',
    sent: 'Envoyé',
    abandoned: 'Abandonné',
  },
  kinds: {
    'sign-in': 'Connexion',
    invitation: 'Invitation',
    'review-asked': 'Relecture demandée',
    'review-returned': 'Relecture rendue',
    'article-approved': 'Approuvé',
    'article-given': 'Article confié',
    'article-commented': 'Commentaire',
    'change-stopped': 'Modification non publiée',
    'change-conflict': 'Changement en conflit',
  },
}

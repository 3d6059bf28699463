import type { MailWords } from './en'

export const fr: MailWords = {
  signIn: {
    subject: 'Connexion à {publication}',
    opening: 'Vous avez demandé à vous connecter à {publication}.',
    button: 'Se connecter à {publication}',
    closing: 'Si vous n’avez rien demandé, ignorez ce message : sans lui, personne n’est connecté.',
  },
  invitation: {
    subject: 'Votre invitation à {publication}',
    opening: 'Vous recevez une invitation à travailler pour {publication}.',
    invitedBy: 'Invitation de : {name}',
    role: 'Votre rôle : {role}',
    button: 'Accepter l’invitation',
    closing: 'Si vous ne savez pas de quoi il s’agit, ignorez ce message : rien ne se fait sans vous.',
  },
  newsletterConfirmation: {
    subject: 'Confirmez vos lettres de {publication}',
    opening: 'Quelqu’un, vous sans doute, a demandé à {publication} d’envoyer des lettres d’information à cette adresse.',
    list: 'Demandé : {newsletters}.',
    choose: 'Rien n’est envoyé avant votre confirmation. Ouvrez la page et appuyez sur le bouton.',
    button: 'Voir et confirmer',
    closing: 'Si vous n’avez rien demandé, ne faites rien : sans votre confirmation, l’adresse est oubliée.',
    never: 'Si vous préférez ne plus jamais recevoir de message de notre part, un bouton de la même page le permet.',
  },
  newsletterAlready: {
    subject: 'Vous recevez déjà les lettres de {publication}',
    opening: 'Cette adresse a été saisie pour recevoir {newsletters}. Vous la recevez déjà : il n’y a rien à faire.',
    button: 'Demander un lien vers vos préférences',
    closing: 'Si ce n’était pas vous, ignorez ce message : rien n’a changé.',
  },
  newsletterPreferences: {
    subject: 'Vos préférences chez {publication}',
    opening: 'Voici le lien vers vos lettres de {publication} : choisissez, suspendez, exportez ou effacez.',
    button: 'Ouvrir mes préférences',
    closing:
      'Ne le transmettez pas : quiconque le possède peut changer ce que vous recevez. Si vous n’avez rien demandé, ignorez ce message.',
  },
  linkTime: 'Le lien est valable {time}.',
  'review-asked': {
    subject: 'À relire : {headline}',
    opening: '{name} vous demande de relire un article : {headline}',
    button: 'Ouvrir l’article',
  },
  'review-returned': {
    subject: 'Renvoyé : {headline}',
    opening: '{name} vous renvoie un article, avec ses raisons : {headline}',
    button: 'Voir ce qui est demandé',
  },
  'article-approved': {
    subject: 'Approuvé : {headline}',
    opening: '{name} a approuvé un de vos articles : {headline}',
    button: 'Ouvrir l’article',
  },
  'article-given': {
    subject: 'Désormais à vous : {headline}',
    opening: '{name} vous a confié un article : {headline}',
    button: 'Ouvrir l’article',
  },
  'article-commented': {
    subject: 'Nouveau commentaire : {headline}',
    opening: '{name} a commenté un article : {headline}',
    button: 'Lire le commentaire',
  },
  'change-stopped': {
    subject: 'Non publiée : {headline}',
    opening:
      'Une modification programmée n’a pas été publiée : {headline}. Entre-temps, l’article a été modifié au même endroit, retenu ou retiré.',
    button: 'Voir ce qui l’empêche',
  },
  'correction-proposed': {
    subject: 'Correction à approuver : {headline}',
    opening: '{name} vous demande d’approuver une correction de l’article : {headline}',
    button: 'Voir la correction',
  },
  'correction-approved': {
    subject: 'Correction publiée : {headline}',
    opening: '{name} a approuvé la correction que vous aviez proposée : {headline}',
    button: 'Voir les corrections',
  },
  'correction-refused': {
    subject: 'Correction refusée : {headline}',
    opening: '{name} a refusé, avec ses raisons, la correction que vous aviez proposée : {headline}',
    button: 'Voir pourquoi',
  },
  'correction-offered': {
    subject: 'Corrigé dans une autre édition : {headline}',
    opening: '{name} a corrigé cet article dans une autre édition. Le vôtre en a peut-être besoin aussi : {headline}',
    button: 'Voir la correction',
  },
  due: 'Échéance : {when}',
  untitled: 'un article sans titre',
  somebody: 'Un membre de la rédaction',
  deskClosing: 'Vous recevez ce message parce que l’article est le vôtre ou que l’on vous a sollicité.',
  validity: 'Le lien est valable {time} et ne sert qu’une fois.',
  minutes: { one: '# minute', other: '# minutes' },
  days: { one: '# jour', other: '# jours' },
  copyAddress: 'Si le bouton n’ouvre rien, copiez cette adresse dans votre navigateur :',
}

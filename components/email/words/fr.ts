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
  validity: 'Le lien est valable {time} et ne sert qu’une fois.',
  minutes: { one: '# minute', other: '# minutes' },
  days: { one: '# jour', other: '# jours' },
  copyAddress: 'Si le bouton n’ouvre rien, copiez cette adresse dans votre navigateur :',
}

import type { NewsletterMailWords } from './en'

export const fr: NewsletterMailWords = {
  webView: 'Lire sur le web',
  leave: 'Se désabonner',
  preferences: 'Choisir ce que vous recevez',
  number: 'Nº {number}',
  by: 'Par {names}',
  why: 'Vous recevez ce message parce que vous vous êtes abonné à {name} et l’avez confirmé. Il vous est envoyé par {publication}.',
  correctionHeading: 'Rectificatif',
  correctionWhy: 'Vous recevez ce rectificatif parce que le nº {number} du {date}, « {subject} », vous a été envoyé.',
}

import type { SettingsWords } from './en'

export const fr: SettingsWords = {
  settings: 'Réglages',
  settingsIntro:
    'Ce qui fait de cette installation votre publication. Les lecteurs voient un changement aussitôt, sur chaque page.',
  publication: 'Publication',
  name: 'Nom',
  shortName: 'Nom court',
  foundedOn: 'Fondée le',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Celui dans lequel commencent les jours, se disent les dates et se programment les articles, comme Europe/Paris.',
  organisation: 'Organisation',
  legalEntity: 'Entité juridique',
  postalAddress: 'Adresse postale',
  emails: {
    desk: 'Adresse du desk',
    corrections: 'Pour les rectifications',
    licensing: 'Pour les licences',
    privacy: 'Pour la vie privée',
  },
  sameAs: 'Ailleurs : adresses de vos profils, une par ligne',
  trust: 'trust.txt, une par ligne : member=https://…',
  policies: 'Règles',
  fourEyes: 'Il faut deux personnes pour publier',
  fourEyesHint:
    'Une autre personne que l’auteur de la dernière version doit l’approuver ou la publier. Y renoncer est inscrit au journal.',
  trainingAllowed: 'Les robots peuvent utiliser les textes pour entraîner des modèles',
  trainingHint: 'Dit dans robots.txt, trust.txt et dans les images elles-mêmes.',
  editions: 'Éditions',
  edition: 'Édition : {language}',
  editionOn: 'Elle existe',
  editionName: 'Nom dans cette édition, s’il diffère',
  tagline: 'Devise',
  delivers: 'Avis de reprise : « {name} propose … »',
  sampleNotice: 'Mention au pied de page que c’est un exemple',
  languages: { en: 'anglais', fr: 'français', ar: 'arabe' },
  save: 'Enregistrer les réglages',
  saved: 'Enregistré. Les lecteurs le voient maintenant.',
  unchanged: 'Rien n’a changé.',
  changedMeanwhile:
    'Quelqu’un d’autre a changé les réglages entre-temps. Votre saisie est encore là ; regardez la leur dans une autre fenêtre, puis enregistrez de nouveau.',
  notAllowed: 'Votre rôle ne le permet pas.',
}

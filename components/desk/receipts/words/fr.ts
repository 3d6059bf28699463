import type { ReceiptWords } from './en'

/** What receipts and alarms say, in French. */
export const fr: ReceiptWords = {
  receipts: 'Accusés de parution',
  never:
    'Rien de cet article n’est paru ces 30 derniers jours. À la parution, vous verrez ici où les lecteurs le voient, et depuis quand.',
  appeared: 'La version {number} est parue le {when}. Voici le temps qu’il a fallu pour que les lecteurs la voient :',
  ahead: 'La version {number} est publiée et sera visible à partir du {when}.',
  overtaken: 'Les lecteurs voient autre chose à présent.',
  noServer: 'Aucun serveur n’a encore vérifié.',
  place: 'Endroit',
  server: 'Serveur {number}',
  delay: 'Vue après',
  absent: 'pas en première page',
  missing: 'absente',
  late: 'en retard',
  awaited: 'vérification en cours',
  unknown: 'non vérifié',
  places: {
    page: 'Sa page',
    section: 'Rubrique',
    home: 'Accueil',
    feed: 'Flux',
    section_feed: 'Flux de la rubrique',
    sitemap: 'Plan du site',
    news_sitemap: 'Plan du site d’actualité',
  },
  alarms: 'Ce qui n’est pas paru comme prévu',
  moreAlarms: { one: '# autre', other: '# autres' },
  alarmMissing: 'Les lecteurs ne le voient pas là où ils devraient : {places}. Il devrait y être depuis le {when}.',
  alarmLate: 'Les lecteurs l’ont vu avec {delay} de retard : {places}.',
  alarmOverdue:
    'Il devait paraître le {when}, et aucun serveur ne l’a encore noté. Les lecteurs le voient si un serveur fonctionne.',
  alarmStopped: 'Une modification devait paraître le {when} et n’a pas paru. Elle n’est plus programmée.',
  alarmSurge:
    'Inscriptions aux lettres : {requested} en une heure, pour {usual} d’habitude. Les formulaires sont peut-être détournés ; chaque réseau peut en envoyer moins pour le moment.',
  alarmUnconfirmed:
    'Inscriptions aux lettres : sur {asked} personnes à qui un message a été envoyé en un jour, {confirmed} seulement ont confirmé. Les formulaires sont peut-être détournés ; chaque réseau peut en envoyer moins pour le moment.',
  alarmHeld: 'Il devait paraître le {when} et a été retenu à ce moment-là. Il n’est plus programmé.',
}

/** What the settings' page says, in English. The other languages have the same keys. */
export const en = {
  settings: 'Settings',
  settingsIntro: 'What makes this installation your publication. Readers see a change at once, on every page.',
  publication: 'Publication',
  name: 'Name',
  shortName: 'Short name',
  foundedOn: 'Founded on',
  timeZone: 'Time zone',
  timeZoneHint: 'In which days begin, dates are told and articles scheduled, such as Europe/Paris.',
  organisation: 'Organisation',
  legalEntity: 'Legal entity',
  postalAddress: 'Postal address',
  emails: { desk: 'Address of the desk', corrections: 'For corrections', licensing: 'For licensing', privacy: 'For privacy' },
  sameAs: 'Elsewhere: addresses of your profiles, one a line',
  trust: 'trust.txt, one a line: member=https://…',
  policies: 'Rules',
  fourEyes: 'Publishing takes two people',
  fourEyesHint:
    'Somebody else than who wrote the last revision has to approve or publish it. Switching it off is written in the log.',
  trainingAllowed: 'Crawlers may use the texts to train models',
  trainingHint: 'Said in robots.txt, trust.txt and the pictures’ own notes.',
  editions: 'Editions',
  edition: '{language} edition',
  editionOn: 'There is one',
  editionName: 'Name in this edition, if it differs',
  tagline: 'Tagline',
  delivers: 'Republishing notice: “{name} delivers …”',
  sampleNotice: 'Notice in the footer that this is a sample',
  languages: { en: 'English', fr: 'French', ar: 'Arabic' },
  save: 'Save the settings',
  saved: 'Saved. Readers see it now.',
  unchanged: 'Nothing was changed.',
  changedMeanwhile:
    'Somebody else has changed the settings meanwhile. What you typed is still here; look at theirs in another window, then save again.',
  notAllowed: 'Your role does not allow this.',
}

export type SettingsWords = typeof en

/** The desk's colours: muted paper and sea, and one accent, so that a picture sits on a light page and on a dark one. */
export const colours = {
  paper: '#f4f1ea',
  sea: '#d9e2e6',
  seaRing: '#cfdae0',
  subject: '#e6dac0',
  land: '#f3efe5',
  border: '#b3a68d',
  coast: '#93a6ae',
  river: '#6f97aa',
  water: '#4d7488',
  ink: '#2b2a28',
  muted: '#6c665c',
  hairline: '#d5cfc2',
  accent: '#a3262a',
  blue: '#35627a',
  ochre: '#a9782c',
  green: '#5c7048',
  sand: '#dcc99f',
  rock: '#c3b498',
} as const

/** Names as fontconfig knows them (Debian: fonts-sil-gentiumplus, fonts-lato, fonts-hosny-amiri), with a stand-in each. */
export const fonts = {
  serif: 'Gentium Plus, DejaVu Serif, serif',
  sans: 'Lato, DejaVu Sans, sans-serif',
  arabic: 'Amiri, DejaVu Sans, serif',
} as const

/** Pictures are drawn on this grid and rasterised at twice its size. */
export const canvas = { width: 1200, height: 800, pixelsPerUnit: 2 } as const

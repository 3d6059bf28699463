import { z } from 'zod'

const text = z.string().catch('')
const said = z.array(z.object({ role: text, contentType: text, value: text })).catch([])
const named = z.array(z.object({ name: text, rel: text, uri: text, literal: text })).catch([])
const rendition = z.object({ name: text, href: text, contentType: text })

const association = z.object({
  name: text,
  rel: text,
  uri: text,
  type: text,
  by: text,
  copyrightHolder: text,
  altIds: z.array(z.object({ role: text, value: text })).catch([]),
  headlines: said,
  descriptions: said,
  renditions: z.array(rendition).catch([]),
})

/**
 * Those properties of a ninjs 3.1 item that become something here. Only what names the item is insisted on: agencies differ in the
 * rest, and a property of another shape counts as missing.
 */
export const ninjsItem = z.object({
  uri: z.string('has no uri').min(1, 'has no uri'),
  type: text,
  language: text,
  version: text,
  pubStatus: text,
  title: text,
  slugline: text,
  by: text,
  located: text,
  edNote: text,
  firstCreated: text,
  contentCreated: text,
  versionCreated: text,
  embargoedUntil: text,
  headlines: said,
  descriptions: said,
  bodies: said,
  people: named,
  organisations: named,
  places: named,
  subjects: named,
  altIds: z.array(z.object({ role: text, value: text })).catch([]),
  associations: z.array(association).catch([]),
})

export type NinjsItem = z.infer<typeof ninjsItem>

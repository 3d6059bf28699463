import { db, type Reader } from '../client'
import { type Settings, settingsSchema, unnamedSettings } from './rules'
import { settings } from './schema'

/** The publication's settings; before anybody made any, those of an unnamed publication. */
export async function findSettings(reader: Reader = db): Promise<Settings> {
  const [row] = await reader.select({ value: settings.value }).from(settings)
  return row ? settingsSchema.parse(row.value) : unnamedSettings
}

/** When the settings were last changed, in milliseconds; 0 before they ever were. */
export async function findSettingsMoment(): Promise<number> {
  const [row] = await db.select({ updatedAt: settings.updatedAt }).from(settings)
  return row?.updatedAt.getTime() ?? 0
}

const providers: readonly (readonly [host: RegExp, name: string])[] = [
  [/(^|\.)(youtube(-nocookie)?\.com|youtu\.be)$/, 'YouTube'],
  [/(^|\.)vimeo\.com$/, 'Vimeo'],
  [/(^|\.)dailymotion\.com$/, 'Dailymotion'],
  [/(^|\.)(twitter|x)\.com$/, 'X'],
  [/(^|\.)instagram\.com$/, 'Instagram'],
  [/(^|\.)facebook\.com$/, 'Facebook'],
  [/(^|\.)tiktok\.com$/, 'TikTok'],
  [/(^|\.)(t\.me|telegram\.org)$/, 'Telegram'],
  [/(^|\.)bsky\.app$/, 'Bluesky'],
  [/(^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(^|\.)spotify\.com$/, 'Spotify'],
  [/(^|\.)openstreetmap\.org$/, 'OpenStreetMap'],
  [/(^|\.)google\.[a-z.]+$/, 'Google'],
  [/(^|\.)(datawrapper\.de|dwcdn\.net)$/, 'Datawrapper'],
  [/(^|\.)flourish\.studio$/, 'Flourish'],
  [/(^|\.)documentcloud\.org$/, 'DocumentCloud'],
  [/(^|\.)wikipedia\.org$/, 'Wikipedia'],
]

/** Who is behind an address, as a link card names them; the bare host when nobody known. */
export function providerOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const host = new URL(url).hostname.replace(/^(www|m)\./, '')
  return providers.find(([pattern]) => pattern.test(host))?.[1] ?? host
}

/**
 * The address a reader can visit for what a page showed in a frame, or null for frames that are no content of their own
 * (advertisements, counters, whatever is not on the list).
 */
export function framedAddress(source: string): string | null {
  const absolute = source.startsWith('//') ? `https:${source}` : source
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return null
  const url = new URL(absolute)
  if (!providers.some(([pattern]) => pattern.test(url.hostname)) || url.username) return null
  const video = /^\/embed\/([\w-]{6,})/.exec(url.pathname)?.[1]
  if (video && /youtube/.test(url.hostname)) return `https://www.youtube.com/watch?v=${video}`
  const film = /^\/video\/(\d+)/.exec(url.pathname)?.[1]
  if (film && url.hostname === 'player.vimeo.com') return `https://vimeo.com/${film}`
  return url.href
}

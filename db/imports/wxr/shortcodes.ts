import { framedAddress } from '../../body/embeds'
import { countDropped, type Losses } from '../rules'

/** A picture that texts refer to by number. */
export type Attachment = { url: string; caption: string; alt: string }

type Attachments = ReadonlyMap<string, Attachment>

const known: ReadonlySet<string> = new Set([
  'caption',
  'wp_caption',
  'gallery',
  'embed',
  'audio',
  'video',
  'playlist',
  'youtube',
  'vimeo',
  'more',
])

const shortcode = /\[(\[?)(\/?)([A-Za-z][\w-]*)((?:\s[^[\]]*)?)(\/?)\](\]?)/g

/**
 * WordPress's text as HTML: captions and galleries as figures, embeds as frames, paragraphs where lines are blank. Other
 * shortcodes are dropped and counted, and what they enclose stays. A word in brackets is a word.
 */
export function wordpressHtml(content: string, attachments: Attachments, losses: Losses): string {
  const html = withShortcodes(withoutBlockComments(content, losses), attachments, losses)
  const isBlocks = /<!--\s*wp:/.test(content)
  return linesToEmbeds(isBlocks ? html : withParagraphs(html))
}

/** Comments that mark blocks; a block that has only a comment is made by the server and has no text of its own. */
function withoutBlockComments(content: string, losses: Losses): string {
  return content.replace(
    /<!--\s*(\/?)wp:([a-z][a-z0-9/-]*)(.*?)(\/?)\s*-->/gs,
    (_whole, closing: string, name: string, _attributes: string, alone: string) => {
      if (alone && !closing) countDropped(losses, `block:${name}`)
      return ''
    },
  )
}

function withShortcodes(html: string, attachments: Attachments, losses: Losses): string {
  const withCaptions = html.replace(
    /\[(?:wp_)?caption([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/g,
    (_whole, attributes: string, inside: string) => captionHtml(attributes, inside),
  )
  const withEmbeds = withCaptions
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/g, (_whole, url: string) => `\n\n${url}\n\n`)
    .replace(/\[(?:youtube|vimeo)[\s=]+["']?(https?:[^\s"'\]]+)["']?[^\]]*\]/g, (_whole, url: string) => `\n\n${url}\n\n`)
  return withEmbeds.replace(
    shortcode,
    (whole, escaped: string, closing: string, name: string, attributes: string, _alone: string, end: string) => {
      if (escaped && end) return whole.slice(1, -1)
      if (name === 'gallery' && !closing) return galleryHtml(attributes, attachments, losses)
      const isShortcode =
        known.has(name) || closing !== '' || attributes.includes('=') || /[_-]/.test(name) || html.includes(`[/${name}]`)
      if (!isShortcode) return whole
      if (!closing) countDropped(losses, `shortcode:${name}`)
      return ''
    },
  )
}

function captionHtml(attributes: string, inside: string): string {
  const image = /(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?/i.exec(inside)
  const written = /caption=(?:"([^"]*)"|'([^']*)')/.exec(attributes)
  const caption = image
    ? `${inside.slice(0, image.index)}${inside.slice(image.index + image[0].length)}`.trim() ||
      (written?.[1] ?? written?.[2] ?? '')
    : inside
  return `\n\n<figure>${image?.[0].replace(/<\/?a[^>]*>/gi, '') ?? ''}<figcaption>${caption}</figcaption></figure>\n\n`
}

function galleryHtml(attributes: string, attachments: Attachments, losses: Losses): string {
  const ids = (/ids=["']?([\d,\s]+)/.exec(attributes)?.[1] ?? '').split(',').map((id) => id.trim())
  const images = ids.flatMap((id) => attachments.get(id) ?? [])
  if (images.length === 0) {
    countDropped(losses, 'shortcode:gallery')
    return ''
  }
  return `\n\n<figure>${images.map(({ url, alt }) => `<img src="${attribute(url)}" alt="${attribute(alt)}">`).join('')}</figure>\n\n`
}

const blockTag =
  /\s*(<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|blockquote|figure|figcaption|hr|pre|iframe|section|aside|dl|dt|dd|form|address|center)(?:\s[^>]*)?\/?>)\s*/gi

/** What WordPress does when it shows a text: blank lines end paragraphs, other line ends break the line. */
function withParagraphs(html: string): string {
  const parts = html.replace(/\r\n?/g, '\n').split(/(<pre[\s>][\s\S]*?<\/pre>)/i)
  return parts
    .map((part) =>
      /^<pre[\s>]/i.test(part)
        ? part
        : part
            .replace(blockTag, '$1')
            .replace(/\n[ \t]*\n\s*/g, '<br><br>\n')
            .replace(/([^>\n])\n(?!$)/g, '$1<br>\n'),
    )
    .join('')
}

/** An address alone on its line is an embed, as WordPress shows it; one of a site that nobody knows is a link. */
function linesToEmbeds(html: string): string {
  const alone =
    /(^|\n|<(?:p|br|div|figure)(?:\s[^>]*)?\/?>)\s*(https?:\/\/[^\s<>"']+)\s*(?=\n|$|<\/?(?:p|br|div|figure|figcaption)[\s>/])/gi
  return html.replace(alone, (_whole, before: string, url: string) => {
    const address = attribute(url)
    return framedAddress(url)
      ? `${before}<iframe src="${address}"></iframe>`
      : `${before}<p><a href="${address}">${address}</a></p>`
  })
}

function attribute(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
}

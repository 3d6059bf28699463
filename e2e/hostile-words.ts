/**
 * What somebody writes who wants it to run in another's browser. Each calls `pwned` with its number where it is taken for markup, an address,
 * a style or code; or ends a header, a quotation or a file's name early.
 */
export const hostileWords = [
  '<script>pwned(1)</script>',
  '"><img src=x onerror=pwned(2)>',
  "'-pwned(3)-'",
  'javascript:pwned(4)//',
  'data:text/html,<script>pwned(5)</script>',
  '</script><script>pwned(6)</script>',
  '<svg onload=pwned(7)></svg>',
  '<math><mtext><mglyph><style><!--</style><img src onerror=pwned(8)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is for other programs' templates.
  '${pwned(9)}{{constructor.constructor("pwned(9)")()}}<%= pwned(9) %>',
  ']]><!-- --><b onmouseover=pwned(10)>',
  '\u202Egpj.exe\u2066\u200F\u0627',
  '__proto__ constructor toString hasOwnProperty',
  '=HYPERLINK("javascript:pwned(13)";"x")',
  'a\r\nSet-Cookie: pwned=14\r\n\r\n<script>pwned(14)</script>',
  '<a href="jav&#x09;ascript:pwned(15)">x</a>',
  '</title></textarea></style></noscript><img src=x onerror=pwned(16)>',
  '&lt;script&gt;pwned(17)&lt;/script&gt;',
  '<iframe srcdoc="<script>parent.pwned(18)</script>"></iframe>',
  '\\"};pwned(19);//\u2028pwned(19)',
  '<form action=javascript:pwned(20)><button autofocus>x',
] as const

/** Stands before all of it, so that it can be found again. */
export const mark = 'Xq7'

let turn = 0

/** Hostile words up to a length, by turns others; on one line where a field takes no more, and without those that are `refused`. */
export function hostile(most: number, { isLine = false, refused = /^$/ } = {}): string {
  const words = hostileWords.map((word) => (isLine ? word.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ') : word))
  const begin = turn++ % words.length
  let text: string = mark
  for (const word of [...words.slice(begin), ...words.slice(0, begin)])
    if (!refused.test(word) && text.length + 1 + word.length <= most) text = `${text} ${word}`
  if (text === mark) throw new Error(`No hostile word fits into ${most} letters.`)
  return text
}

/** The same in an address, where nothing may stand that an address does not have. */
export const hostileAddress = `https://hostile.example/${mark}"'><img/src=x/onerror=pwned(21)>`

import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { directive } from 'micromark-extension-directive'
import { gfmTable } from 'micromark-extension-gfm-table'

export type MarkdownRoot = ReturnType<typeof fromMarkdown>
export type MarkdownBlock = MarkdownRoot['children'][number]
export type MarkdownInline = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number]

type Extensions = NonNullable<Parameters<typeof fromMarkdown>[1]>
type Syntax = ReturnType<typeof directive>
type Construct = Extract<NonNullable<NonNullable<Syntax['text']>[number]>, { tokenize: unknown }>
type State = NonNullable<ReturnType<Construct['tokenize']>>

const colon = 58
const leftBracket = 91
const runNames: ReadonlySet<string> = new Set(['sub', 'sup', 'lang', 'br'])
const longestName = 4

const plain: Extensions = { extensions: [fewDirectives()], mdastExtensions: [directiveFromMarkdown()] }

const withTables: Extensions = {
  extensions: [fewDirectives(), gfmTable()],
  mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
}

/** The row under a table's head, wherever it stands: dashes with bars or colons, behind the signs of quotations and lists. */
const delimiterRow = /^(?=.*[|:])[ \t>|:*+\d.)-]*-[ \t|:-]*$/m

/** CommonMark with tables and our directives, as a tree. Where no table can be, the parser is spared trying every line for one. */
export function parseMarkdown(text: string): MarkdownRoot {
  return fromMarkdown(text, delimiterRow.test(text) ? withTables : plain)
}

/** Directives as the extension reads them, but in running text only `:name[` with a name of ours: `10:30` and `a:b` stay text. */
function fewDirectives(): Syntax {
  const syntax = directive()
  const known = [syntax.text?.[colon] ?? []].flat()
  return { ...syntax, text: { [colon]: known.map(onlyOurNames) } }
}

function onlyOurNames(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check({ tokenize: expectName, partial: true }, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

const expectName: Construct['tokenize'] = (effects, ok, nok) => {
  let name = ''
  const start: State = (code) => {
    effects.enter('data')
    effects.consume(code)
    return inName
  }
  const inName: State = (code) => {
    if (code === leftBracket || code === null || code < 0 || name.length > longestName) {
      effects.exit('data')
      return code === leftBracket && runNames.has(name) ? ok(code) : nok(code)
    }
    name += String.fromCodePoint(code)
    effects.consume(code)
    return inName
  }
  return start
}

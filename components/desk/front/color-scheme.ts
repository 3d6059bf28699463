export const colorSchemes = ['light', 'dark'] as const
export type ColorScheme = (typeof colorSchemes)[number]

/** What the rules of a page asked for before they were changed. */
const asked = new WeakMap<CSSMediaRule, string>()

/**
 * Shows a page in light or dark colours, whatever the reader's system wishes: where its style sheets ask for that wish, they are answered.
 * Browsers have no other way to do it for a page in a frame.
 */
export function paintIn(page: Document, scheme: ColorScheme): void {
  page.documentElement.style.colorScheme = scheme
  for (const sheet of page.styleSheets) answerRules(sheet.cssRules, scheme)
}

function answerRules(rules: CSSRuleList, scheme: ColorScheme): void {
  for (const rule of rules) {
    if (isMediaRule(rule)) {
      const text = asked.get(rule) ?? rule.media.mediaText
      asked.set(rule, text)
      rule.media.mediaText = answered(text, scheme)
    }
    if (isGroup(rule)) answerRules(rule.cssRules, scheme)
  }
}

/** A media query in which the wish for a scheme is replaced by what is always so, or never. */
export function answered(query: string, scheme: ColorScheme): string {
  return query.replace(/\(prefers-color-scheme:\s*(light|dark)\)/g, (_whole, wished) =>
    wished === scheme ? '(min-width: 0px)' : '(max-width: 0px)',
  )
}

/** By what it has, since a rule of another window is of another class. */
function isMediaRule(rule: CSSRule): rule is CSSMediaRule {
  return 'media' in rule && 'cssRules' in rule
}

function isGroup(rule: CSSRule): rule is CSSGroupingRule {
  return 'cssRules' in rule
}

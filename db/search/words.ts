import type { Language } from '../../lib/languages'

/**
 * How texts are taken apart into words and how words are folded. The functions `clean_words`, `fold_letters` and `spell_words` of the
 * database do the same to what is searched; these here find the same words again in a text that is to be shown as it is.
 */

/** What belongs to no letter of its own: vowel signs, accents that combine, tatweel, modifier letters, invisible marks. */
const marks =
  '\\u00AD\\u02B0-\\u036F\\u0483-\\u0489\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061C\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8\\u06EA-\\u06ED\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u20D0-\\u20FF\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF'

const letters =
  '0-9A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02AF\\u0370-\\u0373\\u0376\\u0377\\u037F\\u0386\\u0388-\\u0481\\u048A-\\u0556\\u0561-\\u0587\\u05D0-\\u05F2\\u0620-\\u064A\\u0660-\\u0669\\u066E-\\u066F\\u0671-\\u06D3\\u06D5\\u06EE-\\u06FC\\u06FF\\u0710-\\u166C\\u1681-\\u17D3\\u1820-\\u1FFF\\u2C00-\\u2DFF\\u3041-\\u3096\\u30A1-\\u30FA\\u30FC-\\u30FF\\u3105-\\u312F\\u3400-\\u9FFF\\uA000-\\uD7A3\\uF900-\\uFAFF'

/** Old ways of writing letters that Unicode resolves into those above: ligatures, Arabic as it was typeset, full width. */
const resolvedLetters =
  '\\uFB00-\\uFB06\\uFB50-\\uFBB1\\uFBD3-\\uFD3D\\uFD50-\\uFD8F\\uFD92-\\uFDC7\\uFDF0-\\uFDFB\\uFE70-\\uFE72\\uFE74\\uFE76-\\uFEFC\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A'

const wordPattern = new RegExp(`[${letters}${resolvedLetters}][${letters}${resolvedLetters}${marks}]*`, 'g')
const marksPattern = new RegExp(`[${marks}]+`, 'g')

export type FoundWord = { start: number; end: number; text: string }

/** The words of a text in order, with where they stand in it (UTF-16 offsets). */
export function wordsOf(text: string): FoundWord[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}

/** Letters that Unicode does not take apart, and what readers without them on the keyboard write instead. */
const lettersInstead = new Map(
  Object.entries({
    ...pairs('ٱىةیکہھە', 'ايهيكههه'),
    ...pairs('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789'),
    ...pairs('ıøØđĐðÐłŁħĦŋŊŧŦ', 'iooddddllhhnntt'),
    ...pairs('ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς', 'αβγδεζηθικλμνξοπρστυφχψωσ'),
    ...pairs('АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏ', 'абвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ'),
    ...{ ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', þ: 'th', Þ: 'th' },
  }),
)

/**
 * One spelling for what readers spell in several ways: case, accents and marks; alef with its hamzas and madda, final ya, ta marbuta;
 * Persian ya and kaf, Arabic digits.
 */
export function foldWord(word: string): string {
  if (/^[0-9a-z]*$/.test(word)) return word
  const bare = word.normalize('NFKD').replace(marksPattern, '')
  return bare.replace(/[A-Z]|[^\u0020-\u007E]/g, (letter) => lettersInstead.get(letter) ?? asciiLower(letter))
}

/** A word as the vocabulary of an edition keeps it: in Arabic without the "and" or "so" before an article. */
export function vocabularyWord(language: Language, word: string): string {
  const folded = foldWord(word)
  return language === 'ar' ? folded.replace(/^[وف](?=(?:ال|بال|كال|لل)[^ ]{2})/, '') : folded
}

// What the database does not lower we do not lower either.
function asciiLower(letter: string): string {
  return letter <= 'Z' ? letter.toLowerCase() : letter
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, place) => [letter, to.charAt(place)]))
}

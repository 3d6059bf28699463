import { ArticleBody } from '@/components/article/article-body'
import type { Around } from '@/components/article/inline-text'
import type { Body } from '@/db/body/rules'
import type { Language } from '@/lib/languages'

type Props = { body: Body; language: Language } & Partial<Omit<Around, 'language'>>

/** The text of a standing page, set as articles are. */
export function Prose({ body, language, pictures = {}, linkedArticles = {} }: Props) {
  return <ArticleBody body={body} language={language} pictures={pictures} linkedArticles={linkedArticles} />
}

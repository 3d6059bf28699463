import { isLanguage, rootLanguage } from '@/lib/languages'
import { elsewhere } from '../../elsewhere'

export const ensureStatic = 'navigation'

type Props = PageProps<'/[lang]/[...rest]'>

/** Every address that no other page has: where an old archive's links arrive. */
export default async function ElsewherePage({ params }: Props) {
  const { lang: language, rest } = await params
  if (!isLanguage(language)) return null
  const prefix = language === rootLanguage ? [] : [language]
  return elsewhere(language, `/${[...prefix, ...rest].join('/')}`)
}

export function generateStaticParams() {
  return [{ rest: ['__shell'] }]
}

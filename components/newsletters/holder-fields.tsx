import type { Language } from '@/lib/languages'

/** What every form sends that stands on a page which a link opens. */
export function HolderFields({ language, token }: { language: Language; token: string }) {
  return (
    <>
      <input type="hidden" name="link" value={token} />
      <input type="hidden" name="language" value={language} />
    </>
  )
}

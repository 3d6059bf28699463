import Link from 'next/link'
import type { ReactNode } from 'react'
import { isWorthTrying, type Upload, type UploadState } from '@/components/desk/media/upload-line'
import type { MediaWords } from '@/components/desk/media/words/en'
import { mediaWordsIn } from '@/components/desk/media/words/words'
import { filled } from '@/components/words/words'
import type { Language } from '@/lib/languages'

type Props = { language: Language; upload: Upload; retry: () => void }

/** One file on its way: how far it is, or what became of it. */
export function UploadEntry({ language, upload, retry }: Props) {
  const words = mediaWordsIn(language)
  const { file, state } = upload
  return (
    <li data-state={state.kind}>
      <span className="upload-picture">{'picture' in state && state.picture.src && <img src={state.picture.src} alt="" />}</span>
      <span className="upload-name" dir="auto">
        {file.name}
      </span>
      <span className="upload-said">
        <Said state={state} words={words} language={language} name={file.name} />
        {isWorthTrying(upload) && (
          <button className="button second small" type="button" onClick={retry}>
            {words.again}
          </button>
        )}
      </span>
    </li>
  )
}

type SaidProps = { state: UploadState; words: MediaWords; language: Language; name: string }

function Said({ state, words, language, name }: SaidProps): ReactNode {
  switch (state.kind) {
    case 'waiting':
      return <span className="quiet">{words.waiting}</span>
    case 'sending':
      return <Sending share={state.share} words={words} language={language} name={name} />
    case 'added':
      return (
        <>
          <span className="form-done">{words.added}</span> {state.frames > 1 && words.firstFrame}{' '}
          {state.alike && (
            <>
              {words.alike} <PictureLink id={state.alike.id}>{words.seeAlike}</PictureLink>
            </>
          )}{' '}
          <PictureLink id={state.picture.id}>{words.describe}</PictureLink>
        </>
      )
    case 'known':
      return (
        <>
          {words.known} <PictureLink id={state.picture.id}>{words.see}</PictureLink>
        </>
      )
    case 'refused':
      return <span className="fault">{words.refusals[state.fault]}</span>
    case 'busy':
    case 'signed-out':
    case 'no-connection':
    case 'failed':
      return <span className="fault">{words.failures[state.kind]}</span>
  }
}

function Sending({ share, words, language, name }: { share: number } & Omit<SaidProps, 'state'>) {
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  return (
    <>
      <progress aria-label={name} max={1} value={share < 1 ? share : undefined} />{' '}
      <span className="quiet">{share < 1 ? filled(words.sending, { percent }) : words.checking}</span>
    </>
  )
}

/** In a tab of its own: leaving the page would end what is still on its way. */
function PictureLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link href={`/dashboard/media/${id}`} target="_blank" prefetch={false}>
      {children}
    </Link>
  )
}

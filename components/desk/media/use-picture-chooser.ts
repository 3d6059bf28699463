import { useCallback, useRef, useState } from 'react'
import type { ChosenPicture, PictureFacts } from '@/components/desk/editor/contract'
import type { PictureChooserHandle } from '@/components/desk/media/picture-chooser'

/**
 * What an editor of articles asks of the library, by a `PictureChooser` that is given `chooser`. `shown` is what pictures look like: those that
 * were there, and all that were chosen or uploaded here.
 */
export function usePictureChooser(given: Record<string, PictureFacts>) {
  const chooser = useRef<PictureChooserHandle>(null)
  const [shown, setShown] = useState(given)
  const show = useCallback((pictures: readonly ChosenPicture[]) => {
    setShown((old) => ({ ...old, ...Object.fromEntries(pictures.map((picture) => [picture.id, picture])) }))
  }, [])
  const choosePicture = useCallback(async () => {
    const chosen = (await chooser.current?.choose()) ?? null
    if (chosen) show([chosen])
    return chosen
  }, [show])
  const uploadPictures = useCallback(
    async (files: File[], tell: (share: number) => void) => {
      const taken = (await chooser.current?.upload(files, tell)) ?? null
      if (taken) show(taken)
      return taken
    },
    [show],
  )
  return { chooser, shown, choosePicture, uploadPictures }
}

'use client'

import { useId } from 'react'

type Props = {
  label: string
  take: (files: File[]) => void
  /** Opens the camera of a phone; not shown where there is none at hand. */
  isCamera?: boolean
}

/** Named one by one, so that a phone hands its own format over as JPEG. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

/** Chooses files of this device. */
export function FileButton({ label, take, isCamera = false }: Props) {
  const id = useId()
  return (
    <span className={isCamera ? 'file-button camera' : 'file-button'}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept={accepted}
        multiple={!isCamera}
        capture={isCamera ? 'environment' : undefined}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          // Else the same file could not be chosen again.
          currentTarget.value = ''
        }}
      />
      <label className={isCamera ? 'button second' : 'button'} htmlFor={id}>
        {label}
      </label>
    </span>
  )
}

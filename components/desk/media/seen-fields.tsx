type Props = { picture: { id: string; version: number } }

/** Which picture a form is about, and in which version it was seen: a newer one is not overwritten unseen. */
export function SeenFields({ picture: { id, version } }: Props) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

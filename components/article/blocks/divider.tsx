/** A pause between two parts of a text. */
export function Divider() {
  return <hr />
}

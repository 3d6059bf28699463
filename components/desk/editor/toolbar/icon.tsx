/** Drawn on a grid of 16, with a line of 1.5. */
const drawings = {
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5 7.5',
  bulletList: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  orderedList: 'M7 4h7M7 8h7M7 12h7M2 3l1-.5V6M2 10.2c.3-.8 1.8-.7 1.7.2C3.6 11 2 12 2 12.8h2',
  blockquote: 'M2.5 9.5h3V6h-3v3.5c0 1.5.5 2.5 2 3M9.5 9.5h3V6h-3v3.5c0 1.5.5 2.5 2 3',
  undo: 'M5 3L2 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6',
  redo: 'M11 3l3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4',
  lang: 'M2 4h7M5.5 2v2M8 4c-.5 3-3 5-5.5 6M3.5 6c1 2 2.5 3 4.5 4M8.5 14l3-7 3 7M9.5 11.800h4',
  find: 'M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.300L14 14',
  focusMode: 'M2 5.500V2h3.500M10.5 2H14v3.500M14 10.500V14h-3.500M5.5 14H2v-3.500M5 8h6',
  comment: 'M2.5 3h11v8H7l-3 2.500V11H2.500z',
  help: 'M6 6a2 2 0 1 1 2.8 1.900c-.6.3-.8.6-.8 1.600M8 12h.01M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13',
  insert: 'M8 3v10M3 8h10',
} as const

export type IconName = keyof typeof drawings

/** A drawing for a button that says in words what it does. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="editor-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}

import type { ReactNode } from 'react'

type Props = { children: ReactNode }

export function BulletList({ children }: Props) {
  return <ul>{children}</ul>
}

export function OrderedList({ start, children }: Props & { start?: unknown }) {
  return <ol start={Number.isSafeInteger(start) && start !== 1 ? Number(start) : undefined}>{children}</ol>
}

export function ListItem({ children }: Props) {
  return <li>{children}</li>
}

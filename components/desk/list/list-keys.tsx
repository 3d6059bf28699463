'use client'

import { listWordsIn } from '@/components/desk/list/words/words'
import { focusOn, PageKeys } from '@/components/desk/page-keys'
import type { Language } from '@/lib/languages'

type Props = {
  language: Language
  /** Whether rows can be chosen. */
  isSelectable: boolean
}

/** The list by keyboard. It works on the rows of the page, whatever drew them. */
export function ListKeys({ language, isSelectable }: Props) {
  const words = listWordsIn(language)
  const keys = [
    ['j ↓', words.keyNext],
    ['k ↑', words.keyPrevious],
    ['Enter', words.keyOpen],
    ...(isSelectable ? ([['x', words.keySelect]] as const) : []),
    ['/', words.keySearch],
  ] as const
  return <PageKeys words={words} keys={keys} act={act} />
}

function act(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-article]')]
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return goTo(rows[current + 1])
    case 'k':
    case 'ArrowUp':
      return goTo(current > 0 ? rows[current - 1] : undefined)
    case 'x':
      return toggle(rows[current])
    case '/':
      return focusOn(document.getElementById('desk-q'))
    default:
      return false
  }
}

function goTo(row: HTMLElement | undefined): boolean {
  return focusOn(row?.querySelector('a'))
}

function toggle(row: HTMLElement | undefined): boolean {
  row?.querySelector<HTMLElement>('input[type="checkbox"]')?.click()
  return row !== undefined
}

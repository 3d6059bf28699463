'use client'

import { calendarWordsIn } from '@/components/desk/calendar/words/words'
import { focusOn, PageKeys } from '@/components/desk/page-keys'
import type { Language } from '@/lib/languages'

/** The calendar by keyboard. It works on the links of the page, whatever drew them. */
export function CalendarKeys({ language }: { language: Language }) {
  const words = calendarWordsIn(language)
  const keys = [
    ['j ↓', words.keyNext],
    ['k ↑', words.keyPrevious],
    ['Enter', words.keyOpen],
    ['n', words.keyNextMonth],
    ['p', words.keyPreviousMonth],
    ['t', words.keyToday],
  ] as const
  return <PageKeys words={words} keys={keys} act={act} />
}

function act(key: string): boolean {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return step(1)
    case 'k':
    case 'ArrowUp':
      return step(-1)
    case 'n':
      return follow('.desk-actions a[rel="next"]')
    case 'p':
      return follow('.desk-actions a[rel="prev"]')
    case 't':
      return follow('.desk-actions a[data-today]')
    default:
      return false
  }
}

function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('.calendar-entry a')].filter((link) => link.checkVisibility())
  const current = links.findIndex((link) => link.matches(':focus'))
  return focusOn(links[current + by])
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLElement>(selector)
  link?.click()
  return link !== null
}

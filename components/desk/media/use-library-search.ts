import { useCallback, useEffect, useState } from 'react'
import { read } from '@/components/desk/article/desk-server'
import type { LibraryChoice, SearchAnswer } from '@/components/desk/media/contract'

type Found = { pictures: readonly LibraryChoice[]; next: string | null }

/** Milliseconds without a key before the library is asked. */
const pause = 200

const nothing: Found = { pictures: [], next: null }

/** What the library has for the words that are typed; without words the newest. */
export function useLibrarySearch(typed: string) {
  const [found, setFound] = useState<Found>(nothing)
  const [state, setState] = useState<'looking' | 'found' | 'failed'>('looking')
  const [turn, setTurn] = useState(0)

  // Asked anew at each turn too, for what has come in meanwhile.
  useEffect(() => {
    let isMeant = true
    setState('looking')
    const timer = setTimeout(async () => {
      const answer = await ask(typed, '')
      // An answer that comes after a later question says nothing any more.
      if (!isMeant) return
      if (answer) setFound(answer)
      setState(answer ? 'found' : 'failed')
    }, pause)
    return () => {
      isMeant = false
      clearTimeout(timer)
    }
  }, [typed, turn])

  const more = async () => {
    if (!found.next) return
    const answer = await ask(typed, found.next)
    if (answer) setFound({ pictures: [...found.pictures, ...answer.pictures], next: answer.next })
    else setState('failed')
  }
  return {
    pictures: found.pictures,
    hasMore: found.next !== null,
    isLooking: state === 'looking',
    hasFailed: state === 'failed',
    more,
    again: useCallback(() => setTurn((now) => now + 1), []),
  }
}

async function ask(typed: string, after: string): Promise<SearchAnswer | null> {
  const sent = await read(`/dashboard/media/search?${new URLSearchParams({ q: typed, after })}`)
  return sent.kind === 'answer' ? (sent.json as SearchAnswer) : null
}

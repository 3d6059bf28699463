import { connection } from 'next/server'
import { Suspense } from 'react'

export const instant = false

export default function Waiting() {
  return (
    <main>
      <Suspense fallback={<p>Loading</p>}>
        <Late />
      </Suspense>
    </main>
  )
}

async function Late() {
  await connection()
  await new Promise((resolve) => setTimeout(resolve, 50))
  return <p>Hidden from readers without script</p>
}

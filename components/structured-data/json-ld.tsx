import type { Graph, Thing, WithContext } from 'schema-dts'

type Props = { data: WithContext<Thing> | Graph }

/** Structured data as a script that runs nothing. `<` is written as an escape, so no text in it can end the element. */
export function JsonLd({ data }: Props) {
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
}

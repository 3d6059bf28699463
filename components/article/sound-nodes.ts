/** An attribute that ought to be words: anything else is no words. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Those of `nodes` that have the outer shape of a node, each with attributes, if only none. Their types remain to be told apart. */
export function soundNodes<Node extends { type: string }>(nodes: unknown): Node[] {
  if (!Array.isArray(nodes)) return []
  const sound = nodes.filter(isRecord).filter((node) => typeof node.type === 'string')
  // The grammar promises the rest (db/body/nodes.ts); whoever draws an attribute still asks whether it is what it should be.
  return sound.map((node) => ({ ...node, attrs: isRecord(node.attrs) ? node.attrs : {} })) as unknown as Node[]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

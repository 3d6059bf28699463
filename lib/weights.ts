/**
 * What a request's `Accept-…` header names, in small letters, with the weight of each from 0 to 1 (RFC 9110, 12.4.2); without one a name weighs 1.
 */
export function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const one of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1)
  }
  return weights
}

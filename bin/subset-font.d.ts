/** The parts of `subset-font` that we use; the package brings no types. */
declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default?: number }

  type Options = {
    targetFormat: 'sfnt' | 'woff' | 'woff2'
    variationAxes?: Record<string, Axis>
    /** Layout features to keep; all of them when left out. */
    keepFeatures?: string[]
    noHinting?: boolean
  }

  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}

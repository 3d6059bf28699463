import sharp from 'sharp'

// Only these are ever decoded, whatever a file says it is: libvips knows dozens of formats, and each is a door.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].flatMap((loader) => [
    `VipsForeignLoad${loader}Buffer`,
    `VipsForeignLoad${loader}File`,
  ]),
})

// Pictures are worked on side by side by whoever calls, so that one of them keeps to one core and leaves the others to readers.
sharp.concurrency(1)
sharp.cache(false)

/** No original has more pixels than this: a small file can unfold to gigabytes. */
export const pixelLimit = 50_000_000

/** How files from outside are opened: decoding stops at the first fault and at the pixel limit. */
export const carefully = { failOn: 'error', limitInputPixels: pixelLimit } as const

/** `sharp`, set up for this process: few loaders, one core each, no cache. Nobody imports it from the package. */
export { sharp }

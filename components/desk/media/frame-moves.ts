import { type CropFrame, cropArea, cropRatios, type DrawnCrop, type Framed } from '@/db/media/rules'

/** A crop is drawn no smaller than this part of the picture's width, where it can be as large: what is smaller would be shown blurred. */
const smallest = 0.1

/** What a crop shows of a picture, as fractions of it. */
export type Frame = { x: number; y: number; width: number; height: number }

/** What a crop shows now, drawn by hand or not. */
export function frameOf(picture: Framed, crop: DrawnCrop): Frame {
  const { left, top, width, height } = cropArea(picture, crop)
  return { x: left / picture.width, y: top / picture.height, width: width / picture.width, height: height / picture.height }
}

/** A picture with its focal point moved by fractions of it. */
export function moveFocal<Picture extends Framed>(picture: Picture, across: number, down: number): Picture {
  return {
    ...picture,
    focalX: rounded(within(0, picture.focalX + across, 1)),
    focalY: rounded(within(0, picture.focalY + down, 1)),
  }
}

/** A picture with a crop drawn where it was before, moved by fractions of the picture; edges stop it. */
export function moveCrop<Picture extends Framed>(picture: Picture, crop: DrawnCrop, across: number, down: number): Picture {
  const { x, y, width, height } = frameOf(picture, crop)
  return drawn(picture, crop, { x: within(0, x + across, 1 - width), y: within(0, y + down, 1 - height), width })
}

/** A picture with a crop made larger or smaller by fractions of the picture's width, its middle kept where the edges allow. */
export function resizeCrop<Picture extends Framed>(picture: Picture, crop: DrawnCrop, by: number): Picture {
  const { x, y, width, height } = frameOf(picture, crop)
  const most = widest(picture, crop)
  const wide = within(Math.min(smallest, most), width + by, most)
  const high = heightFor(picture, crop, wide)
  return drawn(picture, crop, {
    x: within(0, x + (width - wide) / 2, 1 - wide),
    y: within(0, y + (height - high) / 2, 1 - high),
    width: wide,
  })
}

/** A picture with a crop's right lower corner pulled so far that it is this wide; its left upper corner stays. */
export function pullCorner<Picture extends Framed>(picture: Picture, crop: DrawnCrop, width: number): Picture {
  const { x, y } = frameOf(picture, crop)
  const most = Math.min(widest(picture, crop), 1 - x, (1 - y) / heightFor(picture, crop, 1))
  return drawn(picture, crop, { x, y, width: within(Math.min(smallest, most), width, most) })
}

/** A picture whose crop is made around the focal point again. */
export function followFocal<Picture extends Framed>(picture: Picture, crop: DrawnCrop): Picture {
  const { [crop]: _, ...crops } = picture.crops
  return { ...picture, crops }
}

function drawn<Picture extends Framed>(picture: Picture, crop: DrawnCrop, { x, y, width }: CropFrame): Picture {
  return { ...picture, crops: { ...picture.crops, [crop]: { x: rounded(x), y: rounded(y), width: rounded(width) } } }
}

/** As fine as it is kept. */
function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000
}

function widest(picture: Framed, crop: DrawnCrop): number {
  return Math.min(1, 1 / heightFor(picture, crop, 1))
}

function heightFor(picture: Framed, crop: DrawnCrop, width: number): number {
  return (width * picture.width) / (cropRatios[crop] ?? 1) / picture.height
}

function within(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

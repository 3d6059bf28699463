import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { Picture } from '@/components/picture'
import type { Crop, Rendition } from '@/db/media/rules'

const rendition = (format: Rendition['format'], width: number, crop: Crop = '16x9'): Rendition => ({
  crop,
  format,
  width,
  height: Math.round((width * 9) / 16),
  bytes: 1,
  file: `${crop}-${width}.${format}`,
})

function draw(renditions: Rendition[], crop: Crop = '16x9', eager = false): string {
  return renderToStaticMarkup(<Picture picture={{ renditions }} crop={crop} sizes="100vw" alt="A map" eager={eager} />)
}

test('The widths that exist are offered in order, the best format first', () => {
  const html = draw([
    rendition('jpeg', 1600),
    rendition('jpeg', 400),
    rendition('webp', 400),
    rendition('avif', 800),
    rendition('avif', 400),
  ])
  assert.match(
    html,
    /^<picture><source type="image\/avif" srcSet="\/media\/16x9-400.avif 400w, \/media\/16x9-800.avif 800w" sizes="100vw"\/>/,
  )
  assert.match(html, /<source type="image\/webp" srcSet="\/media\/16x9-400.webp 400w" sizes="100vw"\/><img/)
  assert.match(
    html,
    /srcSet="\/media\/16x9-400.jpeg 400w, \/media\/16x9-1600.jpeg 1600w" sizes="100vw" width="1600" height="900"/,
  )
})

test('A format that has not been made is not offered', () => {
  assert.doesNotMatch(draw([rendition('jpeg', 400)]), /source/)
  const onlyWebp = draw([rendition('webp', 400)])
  assert.match(onlyWebp, /^<picture><img src="\/media\/16x9-400.webp"/)
})

test('A crop that has not been made gives way to the whole picture, and none to nothing', () => {
  assert.match(draw([rendition('jpeg', 800, 'whole')], '4x3'), /src="\/media\/whole-800.jpeg"/)
  assert.equal(draw([]), '')
})

test('Only the picture a page opens with is fetched at once', () => {
  assert.match(draw([rendition('jpeg', 800)], '16x9', true), /loading="eager" fetchPriority="high"/)
  assert.match(draw([rendition('jpeg', 800)]), /loading="lazy" decoding="async"/)
})

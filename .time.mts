const { drawNewsletter } = await import('/work/wt/look/components/email/newsletter/draw-newsletter')
const { htmlPage } = await import('/work/wt/look/components/email/newsletter/html-page')
const { textPart } = await import('/work/wt/look/components/email/newsletter/text-part')
const { plainWords, webAddress } = await import('/work/wt/look/components/email/newsletter/plain-words')
const { apart, isolated } = await import('/work/wt/look/components/email/newsletter/foreign-words')
const { tenArticles, goldenLooks } = await import('/work/wt/look/components/email/newsletter/testing-looks')
const blurb =
  'For three thousand years the city lived off one spring. Today water climbs 800 metres to reach it, and the bill climbs too.'
function time(name: string, f: () => unknown, n = 500) {
  for (let i = 0; i < n; i++) f()
  const t = process.cpuUsage()
  for (let i = 0; i < n; i++) f()
  const u = process.cpuUsage(t)
  console.log(name, (u.user / n / 1000).toFixed(4), 'ms cpu')
}
time('all', () => drawNewsletter(tenArticles))
time('html', () => htmlPage(tenArticles).toString())
time('text', () => textPart(tenArticles))
time('arabic', () => drawNewsletter(goldenLooks.arabic))
time('plain', () => plainWords(blurb), 5000)
time('apart', () => apart(blurb, 'ltr'), 5000)
time('isolated', () => isolated(blurb, 'ltr'), 5000)
time('web', () => webAddress('https://meridian.example/news/how-jerusalem-drinks'), 5000)

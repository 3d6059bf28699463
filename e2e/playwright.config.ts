import { defineConfig } from 'playwright/test'

/** Nothing of the browser's own talks to the network while a test counts requests. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const longest = '**/never-stale.spec.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './prepare.ts',
  workers: 2,
  // The longest first, so that no worker waits for it at the end.
  projects: [
    { name: 'longest', testMatch: longest },
    { name: 'others', testIgnore: longest },
  ],
  timeout: 180_000,
  // What a test waits for is there at once or, on a machine busy with other tests, soon; never by a fixed time.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.BROWSER_REPORT ?? '../test-results/report.json' }]],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.BROWSER_PATH, args },
    // Recording every journey costs more than the journeys; `--trace on` does it for one.
    trace: 'off',
    actionTimeout: 15_000,
  },
})

import { defineConfig } from '@playwright/test'
import { executablePath, launchArgs } from './e2e/browser.ts'

const port = process.env.E2E_PORT ?? '5639'
const given = process.env.E2E_URL

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: given ?? `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await executablePath(), args: launchArgs },
  },
  projects: [
    { name: 'desk', use: { viewport: { width: 1440, height: 900 } }, grepInvert: /@pocket/ },
    { name: 'pocket', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, grep: /@pocket/ },
  ],
  // Its own demonstration data, thrown away with the folder; E2E_URL points at a server that already runs.
  ...(given
    ? {}
    : {
        webServer: {
          command: 'node scripts/run.mjs demo',
          url: `http://127.0.0.1:${port}/health`,
          env: { PORT: port },
          timeout: 120_000,
          reuseExistingServer: false,
        },
      }),
})

import { defineConfig } from '@playwright/test'
import { executablePath, launchArgs } from './e2e/browser.ts'
import { houses } from './e2e/houses.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const pocket = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const isFounding = /firstrun\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: houses.demo.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Where no language is set, as on a bare machine, Chromium calls every file with a Chinese name "download".
    launchOptions: {
      executablePath: await executablePath(),
      args: launchArgs,
      env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
    },
  },
  projects: [
    { name: 'first run', testMatch: isFounding, use: { ...desk, baseURL: houses.empty.url } },
    { name: 'desk', testIgnore: isFounding, use: desk, grepInvert: /@pocket/ },
    { name: 'pocket', testIgnore: isFounding, use: pocket, grep: /@pocket/ },
  ],
  webServer: Object.values(houses).flatMap(({ command, port, url, folder, wait, isGiven }) =>
    isGiven
      ? []
      : {
          name: command,
          command: `"${process.execPath}" e2e/house.mjs ${command} "${folder}"`,
          env: { PORT: port, GONGQIAO_DATA: folder, GONGQIAO_URL: url, GONGQIAO_LOG: 'warn' },
          wait: { stdout: wait },
          timeout: 180_000,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
          reuseExistingServer: false,
        },
  ),
})

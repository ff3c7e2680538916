import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('only pinyin.ts carries the pinyin dictionary, so that no screen loads it by importing something else', () => {
  const carriers = globSync('src/**/*.{ts,tsx}').filter((file) => /from 'pinyin-pro'/.test(readFileSync(file, 'utf8')))
  expect(carriers.filter((file) => !file.endsWith('.test.ts'))).toEqual(['src/kit/pinyin.ts'])
})

test('nothing else in kit or law leans on it', () => {
  const files = globSync('src/{kit,law}/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
  expect(files.filter((file) => /pinyin\.ts'|#kit\/pinyin'/.test(readFileSync(file, 'utf8')))).toEqual([])
})

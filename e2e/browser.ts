import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'

/** How the browser is started; nothing in it phones home. */
export const launchArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Date fields as a Chinese browser shows them.
  '--lang=zh-CN',
]

/**
 * The Chromium that comes as an npm package, unpacked once into the temporary folder.
 * Where the machine lacks the libraries a browser needs (a bare container), those that come along are used.
 */
export async function executablePath(): Promise<string> {
  const path = await chromium.executablePath()
  if (!lacksLibraries(path)) return path
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  await inflate(join(bin, 'al2023.tar.br'))
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
  return path
}

function lacksLibraries(path: string) {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

/** Copies everything from the database at `from` into the empty one at `to`, by way of a file in `folder` that is removed after. */
export async function carryOver(from: string, to: string, folder: string): Promise<void> {
  const file = join(folder, 'carried-over.tar')
  await rm(file, { force: true })
  await backup(from, file)
  await restore(file, to)
  await rm(file)
}

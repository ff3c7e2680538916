import { useState } from 'react'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'

/** Puts a file that a call answered with onto this device. */
export function save(file: Blob, name = file instanceof File ? file.name : '工桥导出') {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Runs a download once at a time: whether it runs, and the starter. A `Blob` or `File` it resolves to is saved. */
export function useDownload(act: () => Promise<unknown> | undefined) {
  const [isBusy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      const file = await act()
      if (file instanceof Blob) save(file)
    } catch (error) {
      notify({ tone: 'bad', ...inWords(error) })
    }
    setBusy(false)
  }
  return [isBusy, start] as const
}

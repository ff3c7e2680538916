import { type FormEvent, useState } from 'react'
import { inWords } from '#web/faults'

/** One step of a form: what runs on submit, whether it runs, and in words what went wrong. */
export function useStep(run: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isBusy) return
    setBusy(true)
    setFault(undefined)
    await run().catch((error: unknown) => setFault(inWords(error).title))
    setBusy(false)
  }
  return { isBusy, fault, submit }
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Answer } from '#kit/ballots'
import { ballotDevice, BallotError, openBallotPaper, type BallotDevice, type Kept, type OpenBallot } from './device.ts'

const browser = { storage: localStorage, fetch: (path: RequestInfo | URL, init?: RequestInit) => fetch(path, init) }

type Loaded = { paper: OpenBallot; device: BallotDevice }

/** Why this browser cannot vote at all, or null: without a secure connection browsers offer no cryptography. */
const unable = () =>
  typeof crypto === 'undefined' || !crypto.subtle
    ? new BallotError('insecure', '这个地址没有加密（不是 https），不能投票。请用 https 的地址打开，或到投票机、用纸质选票投票')
    : null

/** The voter's way on this device: the paper, where he stands, and the two things he can do. */
export function useBallot(id: string, owner: string, slip?: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const [problem, setProblem] = useState<BallotError | null>(unable)
  const [code, setCode] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const taking = useRef<Promise<void> | null>(null)
  const said = useCallback((error: unknown) => {
    setProblem(
      error instanceof BallotError ? error : new BallotError('fault', '这台设备上出错了，请刷新页面；选票还在这台设备上'),
    )
  }, [])
  useEffect(() => {
    if (unable()) return
    openBallotPaper(id, browser).then((paper) => {
      const device = ballotDevice(paper, owner, browser, slip)
      setLoaded({ paper, device })
      setKept(device.kept())
    }, said)
  }, [id, owner, slip, said])
  return useMemo(() => {
    const device = loaded?.device
    /** Takes the ballot once, whoever asks how often. */
    const take = () => {
      taking.current ??= device!.take().then(
        () => {
          setProblem(null)
          setKept(device!.kept())
        },
        (error: unknown) => {
          taking.current = null
          said(error)
          throw error
        },
      )
      return taking.current
    }
    const busy = async (work: () => Promise<void>) => {
      setBusy(true)
      setProblem(null)
      await work().catch(said)
      setKept(device!.kept())
      setBusy(false)
    }
    return {
      paper: loaded?.paper,
      kept,
      problem,
      isBusy,
      /** The voter's code, once his ballot is in the urn. */
      code: kept?.stage === 'cast' ? kept.code : code,
      recovery: kept && device ? device.recovery() : null,
      take: () => void take().catch(() => {}),
      cast: (answers: readonly Answer[]) =>
        busy(async () => {
          await take()
          setCode(await device!.cast(answers))
        }),
      /** Sends again what was under way when the line broke. */
      resume: () => busy(async () => setCode(await device!.cast())),
      restore: (typed: string) => busy(() => device!.restore(typed)),
      forget: () => {
        device?.forget()
        setKept(null)
        setCode(null)
      },
    }
  }, [loaded, kept, problem, code, isBusy, said])
}
export type BallotState = ReturnType<typeof useBallot>

import { asCode, choicesText, ofCode, type Answer, type Question } from '#kit/ballots'
import { castBody, codeOf, newSecret, requestFor, SECRET_BYTES, type Terms } from './credential.ts'
import { fromBase64Url, toBase64Url } from './numbers.ts'

/**
 * What a device keeps of one voter's ballot. It is written before anything is sent, so that a lost answer or an empty battery leaves
 * everything needed to go on: `asked` the secret, `taken` with the signed credential, `casting` with the ballot as it will be sent,
 * `cast` the voter's code alone.
 */
export type Kept =
  | { stage: 'asked'; secret: string }
  | { stage: 'taken'; secret: string; token: string }
  | { stage: 'casting'; secret: string; token: string; body: string; code: string }
  | { stage: 'cast'; code: string }

/** A ballot as the server opens it to everybody. */
export type OpenBallot = {
  terms: Terms & { title: string; union: string; rehearsal: boolean; closesAt: string | null; questions: Question[] }
  castBytes: number
  isOpen: boolean
}

/** What the server or the line said no to, in words for the screen. `code` is the rule's, or `offline`, `fault`. */
export class BallotError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Where a device keeps things and how it speaks; a browser's, or a test's. */
export type Means = { storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>; fetch: typeof fetch }

async function ask<T>(means: Means, path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await means.fetch(path, init)
  } catch {
    throw new BallotError('offline', '网络不通。选票保存在这台设备上，联网后接着投，不会丢也不会重复')
  }
  const answer = (await response.json().catch(() => ({}))) as T & { message?: string; data?: { code: string } }
  if (response.ok) return answer
  throw new BallotError(answer.data?.code ?? 'fault', answer.message ?? '系统出错了，选票还在这台设备上，请稍后再试')
}

/** The ballot's paper and terms; the opening's text is hashed on the pages that show its hash. */
export async function openBallotPaper(id: string, means: Means): Promise<OpenBallot> {
  const { opening, castBytes, isOpen } = await ask<{ opening: string; castBytes: number; isOpen: boolean }>(
    means,
    `/api/ballots/${id}`,
  )
  const terms = JSON.parse(opening) as OpenBallot['terms']
  if (terms.id !== id) throw new BallotError('fault', '选票与地址不符，请刷新页面')
  return { terms, castBytes, isOpen }
}

/**
 * One voter's ballot on one device. `owner` keeps people who share a phone apart: the person's id, or his slip. With a `slip` the device is a
 * kiosk: it takes the ballot by the slip and forgets everything once the ballot is in the urn.
 */
export function ballotDevice(paper: OpenBallot, owner: string, means: Means, slip?: string) {
  const { terms } = paper
  // However the slip is typed the second time, it is the same voter.
  const whose =
    slip === undefined ? owner : slip.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const place = `gongqiao.ballot.${terms.id}.${whose}`
  const kept = (): Kept | null => {
    const text = means.storage.getItem(place)
    return text ? (JSON.parse(text) as Kept) : null
  }
  const keep = (next: Kept) => means.storage.setItem(place, JSON.stringify(next))

  async function request(secret: string) {
    const { blinded, finish } = await requestFor(terms, fromBase64Url(secret))
    const { signature } = await ask<{ signature: string }>(means, `/api/ballots/${terms.id}/take`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(slip === undefined ? { blinded } : { blinded, slip }),
    })
    keep({ stage: 'taken', secret, token: await finish(signature) })
  }

  /** Takes the ballot, or goes on where an earlier attempt broke off. */
  async function take(): Promise<void> {
    const before = kept()
    if (before && before.stage !== 'asked') return
    const secret = before?.secret ?? toBase64Url(newSecret())
    keep({ stage: 'asked', secret })
    try {
      await request(secret)
    } catch (error) {
      // Refused for good: this secret was never signed and never will be.
      if (error instanceof BallotError && error.code.startsWith('ballots.')) means.storage.removeItem(place)
      throw error
    }
  }

  /** Casts, once the choices are made; with none, sends again what was under way. Gives the voter's code. */
  async function cast(answers?: readonly Answer[]): Promise<string> {
    const before = kept()
    if (before?.stage === 'cast') return before.code
    if (!before || before.stage === 'asked') throw new BallotError('fault', '还没有领到选票')
    if (before.stage === 'taken') {
      const secret = fromBase64Url(before.secret)
      const body = await castBody(terms, secret, before.token, choicesText(answers ?? []), paper.castBytes)
      keep({ ...before, stage: 'casting', body: new TextDecoder().decode(body).trimEnd(), code: await codeOf(terms, secret) })
    }
    const sending = kept() as Extract<Kept, { stage: 'casting' }>
    await send(sending.body)
    if (slip === undefined) keep({ stage: 'cast', code: sending.code })
    else means.storage.removeItem(place)
    return sending.code
  }

  /** No cookie, no referrer, one length for all: nothing in the request says who sends it. */
  const send = (body: string) =>
    ask(means, '/api/box', {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { 'content-type': 'text/plain' },
      body: body.padEnd(paper.castBytes - (new TextEncoder().encode(body).length - body.length), ' '),
    })

  return {
    kept,
    take,
    cast,
    /** The code that brings the ballot back on another device; shown while it is not cast. */
    recovery() {
      const now = kept()
      return now && now.stage !== 'cast' ? asCode(fromBase64Url(now.secret)) : null
    },
    /** Brings a ballot back by its recovery code: the same request, so the same signature. */
    async restore(typed: string) {
      const secret = ofCode(typed, SECRET_BYTES)
      if (!secret) throw new BallotError('code', '取票码应是 32 个字母和数字，请核对')
      await request(toBase64Url(secret))
    },
    forget: () => means.storage.removeItem(place),
  }
}
export type BallotDevice = ReturnType<typeof ballotDevice>

import { useEffect, useState } from 'react'
import { ask } from '#web/ask'

const usual = ['核对本人身份', '联系本人办事', '上级要求核查'] as const

type Props = {
  /** What it is: 手机号码. */
  what: string
  /** As it may be shown to anyone: 138****1234. */
  masked: string
  /** The act that shows it in clear, on record. Without it there is no way to see more. */
  reveal?: ((reason: string) => Promise<string>) | undefined
}

/** A protected value: masked, shown in clear for a minute after a reason is given. */
export function Masked({ what, masked, reveal }: Props) {
  const [clear, setClear] = useState<string>()
  useEffect(() => {
    if (clear === undefined) return
    const timer = setTimeout(() => setClear(undefined), 60_000)
    return () => clearTimeout(timer)
  }, [clear])
  const show = async () => {
    const reason = await ask({
      title: `查看${what}？`,
      body: '谁在什么时候、因为什么看过，本人都能看到。',
      act: '查看',
      reasons: usual,
    })
    if (reason) setClear(await reveal?.(reason))
  }
  return (
    <span className="masked">
      <span className="value">{clear ?? masked}</span>
      {reveal && (
        <button
          type="button"
          className="link"
          onClick={clear ? () => setClear(undefined) : show}
          aria-label={`${clear ? '遮住' : '查看'}${what}`}
        >
          {clear ? '遮住' : '查看'}
        </button>
      )}
    </span>
  )
}

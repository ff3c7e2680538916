import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMeIfAny } from '#web/me'

/** On paper only: whose paper this is, who printed it, when. */
export function PrintHeader() {
  const me = useMeIfAny()
  const where = me?.post?.unionName ?? me?.person?.unionName
  const [now, setNow] = useState('')
  useEffect(() => {
    const stamp = () =>
      flushSync(() =>
        setNow(new Date().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })),
      )
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [])
  return (
    <p className="only-print print-header">
      <b>{where ?? '工桥'}</b>
      <span>
        {me?.account.name ?? ''} {now} 打印
      </span>
    </p>
  )
}

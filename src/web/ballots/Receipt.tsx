import { useEffect, useRef } from 'react'
import { Button } from '#web/RuledButton'
import './booth.css'

type Props = { code: string; title: string; isKiosk?: boolean; onDone?: (() => void) | undefined }

/** The voter's code, to read, to copy, to print. At a kiosk it stays until he says that he has it. */
export function Receipt({ code, title, isKiosk = false, onDone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="card booth-receipt" aria-label="投票回执">
      <div className="card-body padded">
        <h2 ref={heading} tabIndex={-1}>
          已投进票箱
        </h2>
        <p>{title}</p>
        <p className="muted">您的选票编码。结果公布后，凭它在公开的票箱里找到自己的选票，看看是不是原样；它不说明您是谁。</p>
        <output className="ballot-code">{code}</output>
        <p className="muted">请抄下或打印。谁有这个编码，谁就能在公布的票箱里看到这张票选了什么，不要给别人看。</p>
        <div className="acts no-print">
          <Button onClick={() => window.print()}>打印回执</Button>
          {onDone && (
            <Button kind="primary" onClick={onDone}>
              {isKiosk ? '记好了，下一位' : '完成'}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

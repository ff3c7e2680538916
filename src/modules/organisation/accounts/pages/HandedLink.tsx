import { useEffect, useRef } from 'react'
import { notify } from '#web/notes'
import { QrCode } from '#web/QrCode'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'

export type Handed = { name: string; path: string; expiresAt: Date; says: string }

/** A link by which a person sets his own password: shown this once, to be handed over. */
export function HandedLink({ handed: { name, path, expiresAt, says }, done }: { handed: Handed; done: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  // It stands above a long list that was pressed somewhere below.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [path])
  const link = `${location.origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    notify({ tone: 'good', title: '链接已复制，请只发给本人' })
  }
  return (
    <div ref={box}>
      <Section title={`给${name}的激活链接`} note="只显示这一次" padded>
        <p className="muted">
          {says}。{momentInWords(expiresAt)} 前有效，用一次就失效；请只交给本人。
        </p>
        <QrCode text={link} label={`给${name}的激活链接二维码`} />
        <p style={{ overflowWrap: 'anywhere' }}>{link}</p>
        <div className="acts">
          <Button kind="primary" onClick={copy}>
            复制链接
          </Button>
          <Button onClick={done}>已经交给本人</Button>
        </div>
      </Section>
    </div>
  )
}

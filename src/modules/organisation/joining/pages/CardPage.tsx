import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, client } from '#web/api'
import { isOffline } from '#web/faults'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import './joining.css'

type Card = Awaited<ReturnType<typeof client.joining.card>>
const KEPT = 'gongqiao.card'

/** Without a network the card shows what it last was, and no QR: an old one would open for nobody. */
async function askOrRemember(): Promise<Card> {
  try {
    const card = await client.joining.card()
    localStorage.setItem(KEPT, JSON.stringify({ ...card, token: null }))
    return card
  } catch (error) {
    const kept = localStorage.getItem(KEPT)
    if (kept && isOffline(error)) return { ...JSON.parse(kept), until: new Date(0) }
    throw error
  }
}

const standings = { member: '在会', retained: '保留会籍', worker: '还没有入会', left: '已退会', expelled: '会籍已终止' } as const

/** 会员证 */
export function CardPage() {
  const { data: card } = useSuspenseQuery({
    ...api.joining.card.queryOptions(),
    queryFn: askOrRemember,
    // Renewed before it ends, while it is on screen.
    refetchInterval: 45_000,
    staleTime: 0,
  })
  const isIn = card.status === 'member' || card.status === 'retained'
  if (!isIn)
    return (
      <Page line={`${standings[card.status]}，没有有效的会员证。`} above={card.unionName}>
        <Link to={'/join' as '/'} className="btn primary">
          申请入会
        </Link>
      </Page>
    )
  return (
    <Page line="这是您的会员证。">
      <section className="member-card" aria-label="工会会员证">
        <h2>中华全国总工会 工会会员证</h2>
        <p className="holder">{card.name}</p>
        <p>{card.unionName}</p>
        <dl>
          <dt>证号</dt>
          <dd>{card.number ?? '待发'}</dd>
          <dt>入会</dt>
          <dd>{card.joinedOn ?? '—'}</dd>
          <dt>会籍</dt>
          <dd>{standings[card.status]}</dd>
        </dl>
        {card.token ? (
          <>
            <QrCode text={`${location.origin}/m/card/check#${card.token}`} label="验证会员证的二维码，一分钟内有效" />
            <p className="qr-note small">二维码每分钟更新，截图无效</p>
          </>
        ) : (
          <p className="qr-note small">现在没有网络，连上后显示二维码</p>
        )}
      </section>
    </Page>
  )
}

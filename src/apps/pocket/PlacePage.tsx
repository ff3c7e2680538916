import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import type { Place } from '#web/menu'
import { menu } from './pages.tsx'
import { Tiles } from './Tiles.tsx'

/** 办一办 */
export const DoPage = () => <PlacePage place="办一办" line="要办什么事？" none="工会还没有开通网上办事" />

/** 看一看 */
export const SeePage = () => <PlacePage place="看一看" line="单位和工会的事，都可以看。" none="还没有公开的内容" />

/** 投一投 */
export const VotePage = () => <PlacePage place="投一投" line="轮到您拿主意的事。" none="现在没有要投票的事" />

function PlacePage({ place, line, none }: { place: Place; line: string; none: string }) {
  const entries = menu.filter((entry) => entry.place === place)
  return (
    <Page line={line}>
      {entries.length === 0 && <EmptyState title={none}>有了会出现在这里，也会通知您。急事请直接找工会小组长。</EmptyState>}
      <Tiles entries={entries} />
    </Page>
  )
}

import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#web/api'
import { ask, Questions } from '#web/ask'
import { Chip } from '#web/Chip'
import { DutyList, DutyRow } from '#web/DutyRow'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { LargeSwitch, restoreLarge } from '#web/large'
import { Masked } from '#web/Masked'
import { Notes, notify, undoable } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { UnionSquares } from '#web/UnionSquares'
import { Working } from '#web/Working'
import { Dress } from '../../src/apps/desk/Dress.tsx'
import { lines, manyUnions, someUnions, steps } from './facts.ts'
import { MemberTable } from './MemberTable.tsx'
import '../../src/web/base.css'
import '../../src/web/parts.css'
import '../../src/apps/desk/desk.css'

const refusal = { code: 'elections.early', reason: '公示还差 2 天，满 5 天后才能报批', cite: '选举条例 第29条' }
const squares = new URLSearchParams(location.search).has('many') ? manyUnions : someUnions

const Parts = () => (
  <Page
    above="恒达机械工会 · 第六届委员会"
    line={
      <>
        有 <em>2</em> 件事已过期，<em>5</em> 件本周到期。
      </>
    }
    acts={
      <>
        <LargeSwitch />
        <Button onClick={() => undoable('已合并 2 份档案', () => notify({ title: '已恢复原样', tone: 'good' }))}>合并</Button>
        <RuledButton verdict={refusal}>报上级批复</RuledButton>
        <RuledButton kind="primary" verdict={null} onClick={askAll}>
          撤销这次导入
        </RuledButton>
      </>
    }
    side={<Side />}
  >
    <StateSteps label="换届选举" steps={steps} />
    <Duties />
    <Flow />
    <Section title="会员" note="按入会日期">
      <MemberTable />
    </Section>
    <Section title="提案">
      <EmptyState title="还没有提案" act={<Button kind="primary">提一件</Button>}>
        征集期到 12 月 1 日。职工代表都可以提，两人附议就能立案。
      </EmptyState>
    </Section>
  </Page>
)

const Duties = () => (
  <Section title="等我办的" note="按到期日">
    <DutyList>
      <DutyRow
        dueOn="2026-11-19"
        title="批复恒达机械工会选举结果"
        note="收到报告 11-04，应在 15 日内批复"
        cite={{ article: '选举条例 第29条', text: '上一级工会应自接到报告之日起十五日内批复。', href: '#' }}
        act={<Button kind="primary">去批复</Button>}
      />
      <DutyRow
        dueOn="2026-11-25"
        title="审核 14 名入会申请"
        note="最早一份已等 2 个工作日，承诺 3 个工作日内"
        act={<Button>打开</Button>}
      />
      <DutyRow
        dueOn="2026-12-01"
        title="补选女职工委员会主任（明辉电器）"
        note="空缺第 74 天，满 3 个月将升级到区总"
        act={<RuledButton verdict={refusal}>报批</RuledButton>}
      />
    </DutyList>
  </Section>
)

const Flow = () => (
  <Section title="桥上来往" note="近 30 天">
    <div className="figures">
      <Figure label="上来的：诉求、提案、意见" value={126} unit="件" to="/">
        <Chip hue="green">已答复 118</Chip>
        <Chip hue="amber">在办 6</Chip>
        <Chip hue="red">超时 2</Chip>
      </Figure>
      <Figure label="下去的：公开、通知、决议" value={41} unit="件">
        <Chip>按期公开 97%</Chip>
        <Chip hue="blue">平均 1.8 天看到</Chip>
      </Figure>
      <Figure label="会员" value={undefined} />
    </div>
  </Section>
)

const Side = () => (
  <>
    <Section title="我的 146 家工会" note="一格一家">
      <UnionSquares groups={squares} open={(id) => notify({ title: `打开 ${id}` })} />
    </Section>
    <Section title="怎么算出来的" padded>
      <Working lines={lines} />
      <p>
        手机 <Masked what="手机号码" masked="138****1234" reveal={async () => '13800001234'} />
      </p>
    </Section>
  </>
)

async function askAll() {
  const reason = await ask({
    title: '撤销这次导入？',
    body: '3,210 名会员将回到导入之前的样子。撤销以后可以再导入。',
    act: '撤销导入',
    reasons: ['导错了文件', '名单有错'],
    danger: true,
  })
  if (reason !== false) notify({ tone: 'bad', title: '系统出了故障，不是您操作有错', fault: '7f3a-11' })
}

const Look = () => (
  <QueryClientProvider client={queryClient}>
    <Dress>
      <RouterProvider router={router as never} />
    </Dress>
  </QueryClientProvider>
)

const root = createRootRoute({
  component: () => (
    <>
      <Parts />
      <Notes />
      <Questions />
    </>
  ),
})
const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) })
restoreLarge()
createRoot(document.getElementById('root')!).render(<Look />)

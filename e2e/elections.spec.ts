import type { Page } from '@playwright/test'
import { ask, expect, test } from './journey.ts'

type Row = { id: string; name: string; memberId?: string }
type Contest = {
  post: string
  seats: number
  candidates: { name: string; memberId: string }[]
  rounds: { ballotId: string | null }[]
}
type Election = { id: string; contests: Contest[]; expected: number; version: number }

async function pickPerson(page: Page, label: string, name: string, at = 0) {
  const box = page.getByRole('combobox', { name: label }).nth(at)
  await box.fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
}

const confirm = (page: Page, act: string) => page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()

test('the day of an election: people come, vote on phones, at the kiosk and on paper; two tellers count; the result is announced, checked by anybody, approved, and the elected are in office', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const [chair, superior, worker] = [await as('wangjianguo'), await as('zhouming'), await as('chenzhiqiang', '手机')]
  const { rows: open } = await ask<{ rows: (Row & { kind: string; isRehearsal: boolean; unionName: string })[] }>(
    chair,
    'elections/list',
    {
      ...{ page: 1, size: 20, kind: 'term', state: 'open' },
    },
  )
  const id = open.find(({ isRehearsal }) => !isRehearsal)!.id
  const address = `/elections/${id}`
  const election = await ask<Election>(chair, 'elections/get', { id })
  const everybody = await wholeRoll(chair, id)
  const unique = everybody.filter(({ name }) => everybody.filter((one) => one.name === name).length === 1)
  const standing = new Set(election.contests.flatMap(({ candidates }) => candidates.map(({ name }) => name)))
  const free = unique.filter(({ name }) => !standing.has(name) && name !== '陈志强')

  // Who comes: one by the code on the screen, one at the desk, the rest in one go.
  const screen = await as('wangjianguo')
  await screen.setViewportSize({ width: 1920, height: 1080 })
  await screen.goto(`${address}/screen`)
  await expect(screen.getByText('还不能选举')).toBeVisible()
  const { code } = await ask<{ code: string }>(chair, 'elections/doorCode', { id })
  await worker.goto(`/m/elections/${id}/here?code=${code}`)
  await expect(worker.getByRole('heading', { level: 1 })).toContainText('您在选民名册上')
  const [first, second] = free
  await chair.goto(`${address}/roll`)
  await chair.getByPlaceholder('姓名、拼音首字母或分会').fill(first!.name)
  await chair.getByRole('row').filter({ hasText: first!.name }).getByRole('button', { name: '签到' }).click()
  await expect(chair.getByRole('row').filter({ hasText: first!.name }).getByText('签到', { exact: true })).toBeVisible()
  const coming = everybody.slice(0, Math.ceil(everybody.length * 0.75))
  const paper = coming.filter((one) => one.name !== '陈志强' && one.id !== first!.id)
  await ask(chair, 'elections/arrive', { electionId: id, rollIds: paper.map((one) => one.id), isPresent: true })
  await expect(screen.getByText('可以开会选举')).toBeVisible({ timeout: 15_000 })

  await chair.goto(address)
  await chair.getByRole('button', { name: '宣布大会开始' }).click()
  const tellers = free.slice(2, 5).map(({ name }) => name)
  for (const [at, role] of ['chiefScrutineer', 'chiefTeller', 'teller'].entries()) {
    await chair.getByLabel('职责').selectOption(role)
    await pickPerson(chair, '姓名', tellers[at]!)
    await chair.getByRole('button', { name: '加上' }).click()
  }
  await chair.getByRole('button', { name: '记下表决结果' }).click()
  const codes = chair.getByRole('status').filter({ hasText: '计票口令' })
  await expect(codes.getByRole('listitem')).toHaveCount(2)
  const codeOf = new Map<string, string>()
  for (const line of await codes.getByRole('listitem').allInnerTexts()) {
    const [name, word] = line.split('：')
    codeOf.set(name!.trim(), word!.trim())
  }

  // One on his phone, one at the kiosk with a slip from the desk, one handed paper at the desk, the others by the same call.
  await chair.getByRole('button', { name: '开始投票', exact: true }).first().click()
  await expect(chair.getByText('正在投票').first()).toBeVisible()
  await expect(screen.getByText('正在投票')).toBeVisible({ timeout: 15_000 })
  const committee = election.contests.find(({ post }) => post === 'committee')!
  const names = committee.candidates.map(({ name }) => name)
  await worker.goto(`/m/elections/${id}`)
  const receipt = await vote(worker, names, committee.seats)
  await chair.goto(`${address}/roll`)
  await chair.getByPlaceholder('姓名、拼音首字母或分会').fill(first!.name)
  const row = chair.getByRole('row').filter({ hasText: first!.name })
  await row.getByRole('button', { name: '投票机票条' }).click()
  const slip = await row.locator('output b').innerText()
  const kiosk = await as('wangjianguo')
  await kiosk.goto((await row.getByRole('link', { name: '投票机' }).getAttribute('href'))!)
  await kiosk.getByLabel('票条号码').fill(slip)
  await kiosk.getByRole('button', { name: '开始投票' }).click()
  await vote(kiosk, names, committee.seats)
  await kiosk.getByRole('button', { name: '记好了，下一位' }).click()
  await expect(kiosk.getByLabel('票条号码')).toHaveValue('')
  await chair.getByPlaceholder('姓名、拼音首字母或分会').fill(second!.name)
  const other = chair.getByRole('row').filter({ hasText: second!.name })
  await other.getByRole('button', { name: '发纸质票' }).click()
  await expect(other.getByText('已领纸质票')).toBeVisible()
  const rest = paper.filter((one) => one.id !== second!.id)
  for (const { id: rollId } of rest) await ask(chair, 'elections/giveBallot', { electionId: id, rollId })
  await closeVoting(chair, address)

  // The tellers differ in one figure, count again, and agree.
  const given = rest.length + 1
  await key(chair, { address, teller: tellers[1]!, code: codeOf.get(tellers[1]!)!, given, seats: committee.seats })
  await expect(chair.getByText(`${tellers[1]}已录入`)).toBeVisible()
  await key(chair, { address, teller: tellers[2]!, code: codeOf.get(tellers[2]!)!, given, seats: committee.seats, slip: 1 })
  await expect(chair.getByText(/数字有 \d+ 处不一致/)).toBeVisible()
  await fillLines(chair, given, committee.seats)
  await chair.getByLabel('不一致的原因').fill('第二名计票人看错一张，已重新清点')
  await chair.getByRole('button', { name: '记下重新清点的结果' }).click()
  await expect(chair.getByText('现在没有要计的票')).toBeVisible()
  await chair.goto(address)
  await chair.getByRole('button', { name: '确定结果' }).click()
  await expect(chair.getByText('全部选出').first()).toBeVisible()
  await chair.getByRole('button', { name: '宣布选举结果' }).click()
  await expect(screen.getByText(/当选：/).first()).toBeVisible({ timeout: 15_000 })

  // The new committee elects the chair.
  await chair.getByLabel('到会人数').fill(String(committee.seats))
  await chair.getByRole('button', { name: '开始投票', exact: true }).click()
  await closeVoting(chair, address)
  for (const name of tellers.slice(1)) {
    await key(chair, { address, teller: name, code: codeOf.get(name)!, given: committee.seats, seats: 1 })
    await expect(chair.getByText(new RegExp(`${name}已录入|现在没有要计的票|${name}.*已录入`)).first()).toBeVisible()
  }
  await chair.goto(address)
  await chair.getByRole('button', { name: '确定结果' }).click()
  await chair.getByRole('button', { name: '选举结果报批' }).click()
  await expect(chair.getByRole('button', { name: '选举结果报批' })).toHaveCount(0)

  // Anybody reads and recounts; the voter finds his own; the superior approves, and terms begin.
  const anyone = await as('chenzhiqiang', '手机')
  await anyone.goto(`/board/elections/${id}`)
  await expect(anyone.getByText('结果已宣布，等上级工会批准')).toBeVisible()
  await anyone.getByRole('link', { name: '在这里核对全部电子选票' }).first().click()
  await expect(anyone.getByText('全部相符')).toBeVisible({ timeout: 30_000 })
  await anyone.getByLabel(/找自己的选票/).fill(receipt)
  await expect(anyone.getByText('找到了，这张选票填的是')).toBeVisible()
  await superior.goto(address)
  await superior.getByLabel('文号').fill('永工发〔2026〕70 号')
  await superior.getByRole('button', { name: '批准', exact: true }).click()
  await expect(superior.getByText(new RegExp(`已批准：${committee.seats} 人到任`))).toBeVisible()
})

async function wholeRoll(page: Page, id: string) {
  const all: Row[] = []
  for (let at = 1; ; at++) {
    const { rows, total } = await ask<{ rows: Row[]; total: number }>(page, 'elections/roll', { id, page: at, size: 200 })
    all.push(...rows)
    if (all.length >= total) return all
  }
}

/** Fills in the ballot and casts it; gives the code on the receipt. */
async function vote(page: Page, names: readonly string[], seats: number) {
  for (const name of names.slice(0, seats)) await page.getByRole('group', { name }).getByLabel('赞成', { exact: true }).check()
  await page.getByRole('button', { name: /^投票/ }).click()
  await page.getByRole('button', { name: '确认投票' }).click()
  await expect(page.getByRole('heading', { name: '已投进票箱' })).toBeVisible({ timeout: 15_000 })
  return page.getByLabel('投票回执').locator('output').innerText()
}

async function closeVoting(chair: Page, address: string) {
  await chair.goto(address)
  await chair.getByRole('button', { name: '投票截止' }).first().click()
  await confirm(chair, '截止')
  await expect(chair.getByRole('link', { name: '去计票台' }).first()).toBeVisible()
}

type Keying = { address: string; teller: string; code: string; given: number; seats: number; slip?: number }

async function key(page: Page, { address, teller, code, given, seats, slip = 0 }: Keying) {
  await page.goto(`${address}/station`)
  await page.getByLabel('计票人').selectOption({ label: teller })
  await page.getByLabel('计票口令').fill(code)
  await fillLines(page, given, seats, slip)
  await page.getByRole('button', { name: '录入', exact: true }).click()
}

/** Nearly all for as many as there are seats, hardly any for the others; `slip` moves one vote of the first line. */
async function fillLines(page: Page, given: number, seats: number, slip = 0) {
  const yes = page.getByLabel(/赞成$/).and(page.locator('[aria-label$="赞成"]:not([aria-label$="不赞成"])'))
  const no = page.locator('[aria-label$="不赞成"]')
  const against = given > 20 ? 5 : 0
  for (let at = 0; at < (await yes.count()); at++) {
    const votes = at < seats ? given - against - (at ? 0 : slip) : against && 3
    await yes.nth(at).fill(String(votes))
    await no.nth(at).fill(String(given - votes))
  }
}

import { ask, expect, test, unionNamed } from './journey.ts'

type Cadre = { memberId: string; personName: string }

test('a course is opened and published, a chair records hours on his phone, and both stand in his file', async ({ as }) => {
  const town = await as('zhuxi')
  await town.goto('/courses/new')
  await town.getByLabel('课程名称').fill('工会劳动法律监督')
  await town.getByRole('group', { name: '科目' }).getByRole('button', { name: '法律法规' }).click()
  await town.getByRole('button', { name: '保存' }).click()
  await expect(town.getByRole('heading', { level: 1 })).toContainText('工会劳动法律监督')
  await town.getByRole('button', { name: '发布' }).click()
  await expect(town.getByText('可以报名', { exact: true })).toBeVisible()

  const phone = await as('wangjianguo', '手机')
  await phone.goto('/m/courses')
  await phone.getByRole('region', { name: '工会劳动法律监督' }).getByRole('button', { name: '报名' }).click()
  await expect(phone.getByText('报上了')).toBeVisible()
  await phone.goto('/m/hours')
  await phone.getByRole('button', { name: '走访、谈心' }).click()
  await phone.getByRole('button', { name: '2 小时', exact: true }).click()
  await expect(phone.getByText(/记下了 2 小时/)).toBeVisible()

  const { rows } = await ask<{ rows: Cadre[] }>(town, 'cadres/list', { text: '王建国' })
  await town.goto(`/cadres/${rows[0]!.memberId}`)
  await expect(town.getByRole('heading', { level: 1 })).toHaveText('王建国的干部档案')
  await expect(town.getByText(/走访、谈心/).first()).toBeVisible()
  await expect(town.getByRole('rowheader', { name: /工会劳动法律监督/ })).toBeVisible()
})

test('a union checks itself against a standard: the records answer, the rest is asked for, the superior returns it', async ({
  as,
}) => {
  const district = await as('zhuxi')
  await district.goto('/standards/new')
  await district.getByRole('button', { name: '服务型工会创建' }).click()
  await district.getByLabel('名称', { exact: true }).fill('服务型工会验收')
  await district.getByRole('button', { name: '发布', exact: true }).click()
  await district.getByRole('dialog').getByRole('button', { name: '发布标准' }).click()
  await expect(district.getByRole('heading', { level: 1 })).toHaveText('服务型工会验收')
  const standard = new URL(district.url()).pathname

  const chair = await as('wangjianguo')
  const factory = await unionNamed(chair, '恒达机械有限公司工会委员会')
  await chair.goto(`${standard}/${factory}`)
  await expect(chair.getByText(/系统记录：女职工组织/)).toBeVisible()
  await chair.getByRole('button', { name: '开始自查' }).click()
  const room = chair.getByRole('group', { name: /有职工之家/ })
  await expect(room).toBeVisible()
  await chair.getByLabel('说明', { exact: true }).fill('二楼职工之家，每天开放到晚上九点')
  await room.getByRole('button', { name: '做到了' }).click()
  await chair
    .getByRole('group', { name: /公布服务职工项目清单/ })
    .getByRole('button', { name: '还没有' })
    .click()
  await expect(room.getByRole('button', { name: '做到了' })).toHaveAttribute('aria-pressed', 'true')
  await chair.getByRole('button', { name: '提交核验' }).click()
  await expect(chair.getByText('等上级核验')).toBeVisible()

  await district.goto(`${standard}/${factory}`)
  await district.getByRole('button', { name: '退回补充' }).click()
  const question = district.getByRole('dialog')
  await question.getByRole('button', { name: '请补充佐证材料' }).click()
  await question.getByRole('button', { name: '退回', exact: true }).click()
  await expect(district.getByText('退回补充', { exact: true }).first()).toBeVisible()
})

import { useState } from 'react'
import { auth, linkToken } from '#web/account/auth'
import { Door } from '#web/account/Door'
import { Field } from '#web/account/Field'
import { useStep } from '#web/account/useStep'
import { EmptyState } from '#web/EmptyState'
import { Button } from '#web/RuledButton'

const fields = [
  { name: 'federation', label: '总工会（或工会）全称', hint: '例如：永丰区总工会', autoComplete: 'organization' },
  {
    name: 'division',
    label: '所在地区的行政区划代码（选填）',
    hint: '六位数字，如杭州市上城区 330102；填了才按本省市的规定计算期限',
    inputMode: 'numeric',
    autoComplete: 'off',
  },
  { name: 'name', label: '您的姓名', autoComplete: 'name' },
  { name: 'account', label: '登录账号', hint: '字母开头，字母、数字、汉字都可以', autoComplete: 'username' },
  { name: 'password', label: '密码', hint: '至少 10 个字符', type: 'password', autoComplete: 'new-password' },
  { name: 'again', label: '再输一遍密码', type: 'password', autoComplete: 'new-password' },
] as const
type Values = Record<(typeof fields)[number]['name'], string>

/** The first start: names the federation and makes its system administrator, by the one-time link the server printed. */
export function SetupPage() {
  const [values, setValues] = useState<Values>({ federation: '', division: '', name: '', account: '', password: '', again: '' })
  const [token] = useState(linkToken)
  const step = useStep(async () => {
    const wrong = faultOf(values)
    if (wrong) throw new Error(wrong)
    const { again: _, ...first } = values
    await auth('setup', { token, ...first })
    location.assign('/sign-in')
  })
  if (!token)
    return (
      <Door line="这个链接不完整">
        <EmptyState title="请用服务器启动时显示的整条链接">
          链接里有一串只能用一次的口令。没有看到时，请重新启动服务，它会再给一条。
        </EmptyState>
      </Door>
    )
  return (
    <Door line="开始使用工桥" note="只做一次：写下工会的名称，设一个系统管理员。以后都可以改。">
      <form onSubmit={step.submit} noValidate>
        {fields.map(({ name, ...field }) => (
          <Field
            key={name}
            {...field}
            value={values[name]}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
        {step.fault && (
          <p className="late" role="alert">
            {step.fault}
          </p>
        )}
        <Button type="submit" kind="primary" busy={step.isBusy}>
          建立
        </Button>
      </form>
    </Door>
  )
}

function faultOf({ federation, division, name, account, password, again }: Values) {
  if (federation.trim().length < 4) return '请写工会的全称'
  if (division.trim() && !/^[1-8]\d{5}$/.test(division.trim())) return '行政区划代码是六位数字，可以先不填'
  if (name.trim().length < 2) return '请写您的姓名'
  if (!/^[\p{Script=Han}a-z][\p{Script=Han}a-z0-9._-]{1,29}$/iu.test(account)) return '登录账号要以字母或汉字开头，2 到 30 位'
  if (password.length < 10) return '密码至少 10 个字符'
  return password === again ? undefined : '两遍密码不一样'
}

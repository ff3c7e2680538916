import { Field } from '#web/account/Field'

type Passwords = { password: string; again: string }

/** What is wrong with a new password before the server is asked (it knows the common ones). */
export function newPasswordFault({ password, again }: Passwords) {
  if ([...password].length < 10) return '密码至少 10 个字符'
  return password === again ? undefined : '两遍密码不一样'
}

/** A new password, twice. */
export const NewPassword = (props: { passwords: Passwords; set: (passwords: Passwords) => void; fault: string | undefined }) => (
  <>
    <Field
      label="新密码"
      hint="至少 10 个字符"
      type="password"
      autoComplete="new-password"
      value={props.passwords.password}
      onChange={(event) => props.set({ ...props.passwords, password: event.target.value })}
    />
    <Field
      label="再输一遍"
      type="password"
      autoComplete="new-password"
      fault={props.fault}
      value={props.passwords.again}
      onChange={(event) => props.set({ ...props.passwords, again: event.target.value })}
    />
  </>
)

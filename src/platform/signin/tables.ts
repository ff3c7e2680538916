import { bigint, boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { type Dictionary, personal } from '#platform/secrets'
import { normalEmail, normalMobile } from './identifiers.ts'

/** Accounts, as far as the data dictionary and the key rotation need them; sign-in itself is one library with its own queries. */
export const accounts = pgTable('accounts', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  username: text().notNull(),
  mobileSealed: text(),
  mobileIndex: text(),
  emailSealed: text(),
  emailIndex: text(),
  email: text().notNull(),
  requiresSecondFactor: boolean().notNull(),
  disabledAt: timestamp({ withTimezone: true }),
})

export const accountSessions = pgTable('account_sessions', {
  id: uuid().primaryKey().defaultRandom(),
  accountId: uuid().notNull(),
  address: text(),
  userAgent: text(),
})

export const signinEvents = pgTable('signin_events', {
  id: bigint({ mode: 'number' }).primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
  call: text().notNull(),
  outcome: text().notNull(),
  accountId: uuid(),
  address: text().notNull(),
})

const KEPT = '账号注销后删除'
const SIGN_IN = { basis: 'contract', retention: KEPT } as const

export const dictionary: Dictionary[] = [
  personal(accounts, {
    name: { ...SIGN_IN, title: '姓名', purpose: '在界面上显示登录人' },
    mobileSealed: {
      ...SIGN_IN,
      title: '手机号',
      purpose: '登录、接收一次性验证码、找回密码',
      sealed: true,
      index: 'mobileIndex',
      normalise: normalMobile,
    },
    emailSealed: {
      ...SIGN_IN,
      title: '电子邮箱',
      purpose: '登录、接收一次性验证码、找回密码',
      sealed: true,
      index: 'emailIndex',
      normalise: normalEmail,
    },
    email: { ...SIGN_IN, title: '电子邮箱索引', purpose: '登录程序查找账号，由索引生成，不含邮箱本身' },
  }),
  personal(signinEvents, {
    address: {
      title: '登录地址（IP）',
      purpose: '登录日志：发现和追查未经授权的登录',
      basis: 'duty',
      retention: '不少于 6 个月（网络安全法第 23 条，PI-15）',
    },
  }),
  personal(accountSessions, {
    address: {
      title: '登录地址（IP）',
      purpose: '本人查看登录设备，发现异常登录',
      basis: 'duty',
      retention: '会话结束后随清理删除，最长 30 日',
    },
    userAgent: {
      title: '登录设备',
      purpose: '本人查看登录设备，发现异常登录',
      basis: 'contract',
      retention: '会话结束后随清理删除',
    },
  }),
]

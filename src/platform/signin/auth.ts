import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { emailOTP, genericOAuth, phoneNumber, twoFactor, username } from 'better-auth/plugins'
import type { Pool } from 'pg'
import { derivedSecrets } from '#platform/secrets'
import { isUsername, normalUsername, storedIndex } from './identifiers.ts'
import { ADDRESS, type AuthSettings, BASE_PATH, LONGEST_SESSION_DAYS, type OidcProvider } from './names.ts'
import { PURPOSE } from './reseal.ts'

const MINUTE = 60

/** The sign-in library, on our tables: people are looked up by blind index, so it never sees a number or an address in clear. */
export const makeAuth = (settings: AuthSettings) =>
  betterAuth({
    ...models,
    appName: '工桥',
    baseURL: settings.baseUrl,
    basePath: BASE_PATH,
    database: settings.pool,
    secrets: derivedSecrets(PURPOSE, settings.keys),
    trustedOrigins: [...settings.trustedOrigins],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'signin_rates',
      fields: { lastRequest: 'last_request' },
      window: MINUTE,
      max: 300,
      customRules,
    },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${settings.baseUrl}/sign-in` },
    logger: {
      level: 'error',
      log: (_level, message, ...more) => settings.fault(new Error([message, ...more].map(String).join(' '))),
    },
    advanced: {
      disableOriginCheck: false,
      cookiePrefix: 'gongqiao',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS] },
    },
    databaseHooks: {
      session: { create: { before: ({ userId }) => refuseDisabled(settings.pool, userId) } },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
    },
    plugins: [...methods(settings), ...(settings.oidc ? [outside(settings.oidc, settings)] : [])],
  })

// An office of hundreds behind one address signs in at eight o'clock; guessing is what the attempts per account are counted for.
const customRules = {
  '/sign-in/*': { window: MINUTE, max: 120 },
  '/phone-number/*': { window: MINUTE, max: 60 },
  '/email-otp/*': { window: MINUTE, max: 60 },
  '/two-factor/*': { window: MINUTE, max: 120 },
  '/change-password': { window: MINUTE, max: 20 },
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }
const models = {
  user: { modelName: 'accounts', fields: { ...stamps, emailVerified: 'email_verified' } },
  session: {
    modelName: 'account_sessions',
    fields: { ...stamps, userId: 'account_id', expiresAt: 'expires_at', ipAddress: 'address', userAgent: 'user_agent' },
    expiresIn: LONGEST_SESSION_DAYS * 24 * 60 * MINUTE,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: 'account_credentials',
    fields: {
      ...stamps,
      userId: 'account_id',
      providerId: 'provider',
      accountId: 'subject',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
    // An identity is linked by the person himself, signed in, or by an administrator: never because an address looks the same.
    accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: true, trustedProviders: ['oidc'] },
  },
  verification: { modelName: 'signin_codes', fields: { ...stamps, expiresAt: 'expires_at' } },
}

const methods = ({ deliver }: AuthSettings) => [
  username({
    displayUsername: false,
    usernameNormalization: normalUsername,
    minUsernameLength: 2,
    usernameValidator: isUsername,
  }),
  phoneNumber({
    expiresIn: 5 * MINUTE,
    sendOTP: ({ phoneNumber: index, code }) => deliver({ channel: 'mobile', index, code, purpose: 'sign-in' }),
    sendPasswordResetOTP: ({ phoneNumber: index, code }) => deliver({ channel: 'mobile', index, code, purpose: 'reset' }),
    schema: { user: { fields: { phoneNumber: 'mobile_index', phoneNumberVerified: 'mobile_verified' } } },
  }),
  emailOTP({
    disableSignUp: true,
    expiresIn: 5 * MINUTE,
    storeOTP: 'hashed',
    sendVerificationOTP: async ({ email, otp, type }) =>
      deliver({
        channel: 'email',
        index: email.split('@')[0] ?? '',
        code: otp,
        purpose: type === 'sign-in' ? 'sign-in' : 'reset',
      }),
  }),
  twoFactor({
    issuer: '工桥',
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * MINUTE },
    schema: {
      user: { fields: { twoFactorEnabled: 'has_second_factor' } },
      twoFactor: {
        modelName: 'account_second_factors',
        fields: {
          userId: 'account_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failures',
          lockedUntil: 'locked_until',
        },
      },
    },
  }),
]

const outside = (provider: OidcProvider, { pool }: AuthSettings) =>
  genericOAuth({
    config: [
      {
        providerId: 'oidc',
        name: provider.title,
        discoveryUrl: provider.discoveryUrl,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        scopes: provider.scopes ?? ['openid', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        // The library wants an address; ours are indexes, and a provider need not give one at all.
        mapProfileToUser: async (profile) => ({
          email: `${await storedIndex(pool, 'email', profile.email ?? `oidc:${profile.sub}`)}@sealed.invalid`,
          name: profile.name || String(profile.sub),
        }),
      },
    ],
  })

// The provider says who it is and is then done: nothing of ours calls it later, so its tokens are not kept.
const withoutTokens = async <T extends object>(identity: T) => ({
  data: { ...identity, accessToken: null, refreshToken: null, idToken: null },
})

async function refuseDisabled(pool: Pool, accountId: string): Promise<void> {
  const { rowCount } = await pool.query('select 1 from accounts where id = $1 and disabled_at is null', [accountId])
  if (!rowCount) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'ACCOUNT_DISABLED' })
}

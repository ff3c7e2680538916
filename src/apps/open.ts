import { join } from 'node:path'
import pino from 'pino'
import { installBallotKeys } from '#platform/ballots'
import { openPool } from '#platform/db'
import { serverUrl } from '#platform/login'
import { migrate } from '#platform/migrations'
import { noticesFromEnvironment } from '#platform/notices'
import { assertRingFits, installRing, keyRing, loadMasters } from '#platform/secrets'
import { signin as openSignin, signinPool } from '#platform/signin'
import { startDatabase } from './database.ts'
import type { Settings } from './settings.ts'
import { federate } from './setup.ts'
import packageJson from '../../package.json' with { type: 'json' }

/**
 * Opens everything a server or a command needs: the database (embedded in the data folder, or `databaseUrl`), migrated; the key ring,
 * proved against it; and sign-in. `close` lets it all go. `starting`: the database, when the caller has begun it already.
 */
export async function openHouse(settings: Settings, env: NodeJS.ProcessEnv = process.env, starting = startDatabase(settings)) {
  try {
    return await opened(settings, env, starting)
  } catch (error) {
    const embedded = await starting.catch(() => undefined)
    await embedded?.stop()
    throw error
  }
}

async function opened(settings: Settings, env: NodeJS.ProcessEnv, starting: ReturnType<typeof startDatabase>) {
  const keys = installRing(keyRing(loadMasters({ env, dataFolder: settings.dataFolder, production: settings.isProduction })))
  // The data folder, and another disk when the operator names one.
  installBallotKeys([join(settings.dataFolder, 'ballot-keys'), ...(env.GONGQIAO_BALLOT_KEYS?.split(':') ?? [])])
  const embedded = await starting
  const ownerUrl = settings.databaseUrl ?? embedded!.url
  await migrate(ownerUrl)
  const url = await serverUrl(ownerUrl)
  const [pool, own] = [openPool(url), signinPool(url)]
  await assertRingFits(own)
  const log = pino({ level: env.GONGQIAO_LOG ?? 'info', redact: ['*.password', '*.token'] })
  const region = 'region_main'
  const notices = noticesFromEnvironment(env, settings.print)
  const signin = openSignin(own, {
    baseUrl: settings.baseUrl,
    keys,
    notices,
    found: (first) => federate(pool, region, first),
    // Named while no account was linked yet: the post could not say so itself. A demonstration has no authenticators.
    ...(settings.isProduction && { onSetUp: (account: string) => signin.requireSecondFactor(account, true) }),
    oidc: oidcOf(env),
    onFault: (error) => log.error({ err: error }, 'sign-in'),
  })
  const close = async () => {
    await signin.settled()
    await Promise.all([pool.end(), own.end()])
    await embedded?.stop()
  }
  return {
    isDemonstration: !settings.isProduction,
    pool,
    signin,
    region,
    log,
    version: packageJson.version,
    keyIds: keys.versions.map(({ id }) => id),
    isBehindProxy: settings.isBehindProxy,
    ownerUrl,
    // What a demonstration prints leaves by no channel.
    channels: (['sms', 'email', 'wecom', 'dingtalk'] as const).filter(noticesFromEnvironment(env).can),
    settings,
    close,
  }
}

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>

function oidcOf({
  GONGQIAO_OIDC_URL: discoveryUrl,
  GONGQIAO_OIDC_CLIENT: clientId,
  GONGQIAO_OIDC_SECRET: clientSecret,
  GONGQIAO_OIDC_TITLE: title,
}: NodeJS.ProcessEnv) {
  if (!discoveryUrl || !clientId || !clientSecret) return undefined
  return { discoveryUrl, clientId, clientSecret, title: title ?? '统一身份认证' }
}

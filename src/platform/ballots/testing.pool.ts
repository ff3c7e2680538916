import pg from 'pg'

/** When a process dies: before a statement is sent, or after the database has carried it out and before the answer is heard. */
export type Death = { at: number; when: 'before' | 'after' }

export class Died extends Error {}

/**
 * The pool of a process that dies at its `at`-th statement: the connection breaks there, as it does when the process is killed. `statements` counts
 * what was sent, so that a test can go through all of them.
 */
export function mortal(pool: pg.Pool, death: Death) {
  const state = { statements: 0, isDead: false }
  const connect = async () => {
    if (state.isDead) throw new Died()
    const client = await pool.connect()
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
    const die = () => {
      state.isDead = true
      ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      throw new Died()
    }
    const counted = async (...args: unknown[]) => {
      if (state.isDead) throw new Died()
      state.statements++
      if (state.statements === death.at && death.when === 'before') die()
      const answer = await query(...args)
      if (state.statements === death.at) die()
      return answer
    }
    return new Proxy(client, {
      get: (target, key) => {
        if (key === 'query') return counted
        if (key === 'release') return () => target.release(state.isDead)
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  }
  return { pool: new Proxy(pool, { get: (target, key) => (key === 'connect' ? connect : Reflect.get(target, key)) }), state }
}

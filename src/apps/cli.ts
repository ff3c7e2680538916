import { Refused } from '#platform/session'

const commands: Record<string, { says: string; run: () => Promise<(args: string[]) => Promise<void>> }> = {
  start: {
    says: '启动 / run the platform',
    run: async () => {
      const { start } = await import('./commands/start.ts')
      return () => start()
    },
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(
    `npm run gongqiao -- <命令 command>\n\n${Object.entries(commands)
      .map(([key, { says }]) => `  ${key.padEnd(10)} ${says}`)
      .join('\n')}`,
  )
  process.exit(name === 'help' ? 0 : 2)
}
try {
  await (await command.run())(args)
} catch (error) {
  console.error(error instanceof Refused ? error.refusal.reason : error instanceof Error ? error.message : error)
  if (process.env.GONGQIAO_LOG === 'debug') console.error(error)
  process.exit(1)
}

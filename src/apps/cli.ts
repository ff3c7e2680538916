import './resolving.ts'

type Command = { says: string; load: () => Promise<(args: string[]) => Promise<unknown>> }
const commands: Record<string, Command> = {
  start: { says: '启动 / run the platform', load: async () => (await import('./commands/start.ts')).start },
  demo: { says: '演示 / run it with a demonstration federation', load: async () => (await import('./commands/demo.ts')).demo },
  import: {
    says: '从 Excel 导入 / a workbook of members, employers or unions',
    load: async () => (await import('./commands/import.ts')).importRoster,
  },
  backup: { says: '备份全部数据 / everything into one file', load: async () => (await import('./commands/keep.ts')).backup },
  restore: {
    says: '恢复到空库 / from a backup into an empty place',
    load: async () => (await import('./commands/keep.ts')).restore,
  },
  export: {
    says: '以开放格式导出全部数据 / everything in open formats',
    load: async () => (await import('./commands/keep.ts')).exportAll,
  },
  'rotate-keys': {
    says: '更换密钥 / change the master key while the platform runs',
    load: async () => (await import('./commands/rotate.ts')).rotateKeys,
  },
  verify: {
    says: '核对审计日志、选举档案 / verify the journal, or the archive of a ballot',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(
    `npm run gongqiao -- <命令 command>\n\n${Object.entries(commands)
      .map(([key, { says }]) => `  ${key.padEnd(12)} ${says}`)
      .join('\n')}`,
  )
  process.exit(name === 'help' ? 0 : 2)
}
try {
  await (await command.load())(args)
} catch (error) {
  // A refusal's message is its reason.
  console.error(error instanceof Error ? error.message : error)
  if (process.env.GONGQIAO_LOG === 'debug') console.error(error)
  process.exit(1)
}

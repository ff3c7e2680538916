import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** Splits a command's arguments; what it does not know is an error that names what it takes. */
export function argumentsOf<const O extends ParseArgsOptionsConfig>(args: string[], usage: string, options: O = {} as O) {
  try {
    return parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>({
      args,
      options,
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw new Error(`${(error as Error).message}\n用法 usage: npm run gongqiao -- ${usage}`)
  }
}

/** The positional argument, or the usage. */
export function needed(value: string | undefined, usage: string): string {
  if (value === undefined) throw new Error(`用法 usage: npm run gongqiao -- ${usage}`)
  return value
}

// Brings the packages and Node 26. Understood by Node 14 and later, no dependencies.
import { spawnSync } from 'child_process'
import { createHash } from 'crypto'
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs'
import { dirname, join } from 'path'

const MAJOR = 26

/** Installs what is missing or outdated in `root`; gives the path of the Node to run with. Throws with what to do. */
export function install(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = createHash('sha256').update(lock).digest('hex')
  const stampFile = join(root, 'node_modules', '.gongqiao-stamp')
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    if (!isInstalled(root, JSON.parse(lock))) installPackages(root)
    writeFileSync(stampFile, stamp)
  }
  return runtime(root, JSON.parse(lock))
}

/** Whether npm has already installed exactly this lock, by hand for instance. */
function isInstalled(root, lock) {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  return Object.keys(lock.packages).every((path) => {
    const { version, optional, peer } = lock.packages[path]
    return path === '' || (there[path] ? there[path].version === version : optional || peer)
  })
}

function installPackages(root) {
  say('正在安装依赖，约一两分钟，只此一次 … / Installing packages, a minute or two, only this once …')
  const began = Date.now()
  const ways = [['ci'], ['ci', '--prefer-online']]
  const works = ways.some((args) => npm(root, [...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']))
  if (!works) {
    throw new Error(
      '依赖没有装上：请检查网络，或用 npm config set registry 设置可用的镜像，再运行一次。' +
        '\nThe packages could not be installed: check the network, or set a reachable mirror with "npm config set registry", and run again.',
    )
  }
  say(`依赖已就绪（${Math.round((Date.now() - began) / 1000)} 秒）。 / Packages are ready.`)
}

/** The Node of the package `node`, or, where npm refused its install script, the one fetched by name. */
function runtime(root, lock) {
  const windows = process.platform === 'win32'
  const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  if (isRight(node)) return node
  const { version } = lock.packages['node_modules/node']
  const platform = windows ? 'win' : process.platform
  const name = `${platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${process.arch}`
  say(`正在取 Node ${version} … / Fetching Node ${version} …`)
  const home = join(root, 'node_modules', '.runtime')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  npm(home, ['install', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`])
  const fetched = join(home, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(fetched)) place(fetched, node)
  if (isRight(node)) return node
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath
  throw new Error(
    `没有取到 Node ${MAJOR}（${name}@${version}）。请检查网络，或自行安装 Node ${MAJOR} 后再运行。` +
      `\nNode ${MAJOR} could not be fetched (${name}@${version}): check the network, or install Node ${MAJOR} yourself and run again.`,
  )
}

function isRight(node) {
  if (!existsSync(node)) return false
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return new RegExp(`^v${MAJOR}\\.`).test(stdout || '')
}

function place(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
  chmodSync(to, 0o755)
}

/** Runs npm, the same that started us when there is one. True when it succeeded. */
function npm(cwd, args) {
  const cli = process.env.npm_execpath
  const isNpm = cli && /npm-cli\.c?js$/.test(cli)
  const [file, all] = isNpm ? [process.execPath, [cli, ...args]] : ['npm', args]
  // What npm tells its scripts about itself would point the inner npm at the outer project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(key)),
  )
  return spawnSync(file, all, { cwd, stdio: 'inherit', env, shell: !isNpm && process.platform === 'win32' }).status === 0
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

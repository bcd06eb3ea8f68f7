// Makes the project ready to run: packages and the database client. Plain JavaScript for any Node from 20 on, because it
// runs before the project's own Node is there. Everything is said on standard error; a command's output stays its own.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const schema = join(root, 'prisma', 'schema.prisma')
const client = join(root, 'src', 'store', 'generated', 'client.ts')
// A development package: whoever only runs the project has the client already, and NODE_ENV=production.
const generator = join(modules, 'prisma', 'build', 'index.js')
const stripped = join(modules, '.cache', 'shuoshi', 'stripped')
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

// Prisma would fetch its migration engine; ours is the one in WebAssembly, so any program that exists will do.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Node.js：现在是 ${process.versions.node}，说事需要 20 或更新的版本，请从 https://nodejs.org 安装后再试。`)
}
const isStale = !existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs
if (!installed() || (isStale && !existsSync(generator))) await install()
if (isStale) await generate()
if (isBehind()) await strip()

/** Whether what lies in node_modules is what the lock file asks for. */
function installed() {
  if (!existsSync(ownNode)) return false
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(modules, '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, devOptional, dev }]) => {
    const found = present[path]
    if (path === '') return true
    if (found === undefined) return Boolean(optional || devOptional || (dev && process.env.NODE_ENV === 'production'))
    return found.version === version
  })
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

async function install() {
  const began = Date.now()
  console.error(existsSync(modules) ? '正在更新依赖……' : '第一次运行，正在安装依赖，约需一到三分钟……')
  const ticking = setInterval(() => console.error(`  仍在安装，已用 ${Math.round((Date.now() - began) / 1000)} 秒……`), 15_000)
  // A running node.exe cannot be deleted on Windows, and `ci` begins by deleting everything.
  const verb = process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci'
  const { file, args } = npm()
  const { code, output } = await run(file, [...args, verb, '--include=dev', '--loglevel=error', '--no-fund', '--no-audit', '--no-progress'])
  clearInterval(ticking)
  if (code !== 0 || !existsSync(ownNode)) stop(installFault(output), output)
  console.error(`依赖已装好，用了 ${Math.round((Date.now() - began) / 1000)} 秒。`)
}

function npm() {
  const node = process.env.npm_node_execpath ?? process.execPath
  const beside = dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = places.find((it) => it !== undefined && basename(it) === 'npm-cli.js' && existsSync(it))
  return script === undefined ? { file: 'npm', args: [] } : { file: node, args: [script] }
}

function installFault(output) {
  if (/ENOSPC|EDQUOT/.test(output)) return `磁盘：${root} 所在的磁盘满了，装不下依赖（约需 2 GB），请清出空间后再试。`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH/.test(output)) {
    return 'npm：连不上软件仓库，请检查网络，或用 npm config set registry 换一个可用的镜像后再试。'
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return `npm：目录 ${root} 不能写入，请给当前用户写权限后再试。`
  return 'npm：依赖没有装好，原因见下，处理后请再运行一次。'
}

async function generate() {
  console.error('正在生成数据库访问代码……')
  const config = join(root, 'prisma', 'prisma.config.ts')
  const { code, output } = await run(existsSync(ownNode) ? ownNode : process.execPath, [generator, 'generate', '--config', config])
  if (code !== 0) stop('prisma：数据库访问代码没有生成，原因见下。', output)
}

/** Whether a source is newer than what the program is read from; whoever reads it compares the texts themselves. */
function isBehind() {
  if (!existsSync(stripped)) return true
  const { mtimeMs } = statSync(stripped)
  const sources = readdirSync(join(root, 'src'), { recursive: true }).filter((path) => path.endsWith('.ts'))
  return sources.some((path) => statSync(join(root, 'src', path)).mtimeMs > mtimeMs)
}

/** It runs without as well, only slower to begin and with more memory. */
async function strip() {
  const { code, output } = await run(ownNode, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'stripped.mjs')])
  if (code !== 0) console.error(`程序没有预先整理好，启动会慢一些：${output.trim().split('\n').at(-1)}`)
}

function run(file, args) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd: root, env, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}` }))
    child.on('close', (code) => done({ code, output }))
  })
}

function stop(sentence, details = '') {
  console.error(sentence)
  if (sentence.includes('原因见下')) console.error(details.trim().split('\n').slice(-15).join('\n'))
  process.exit(1)
}

// @ts-check
// Runs on Node 20 with nothing installed: it may import nothing but Node's own modules.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const neededNode = 24

/**
 * Sees to it that the packages of the lockfile are installed and that `script` goes on under Node 24, in this process if it
 * is one. Ends the process with one sentence when that cannot be.
 * @param {string} script a module of this folder
 */
export async function goOn(script) {
  process.chdir(root)
  endWithNpm()
  if (!isInstalled()) await install()
  const node = findNode()
  if (node === process.execPath) {
    const { register } = await import('tsx/esm/api')
    register()
    await import(`./${script}`)
  } else {
    handOver(node, script)
  }
}

/** Killed, npm tells nobody; whoever asked npm to run us asked us to end with it. */
function endWithNpm() {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watching = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watching)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watching.unref()
}

/** Compares what npm says it has put there with what the lockfile asks for: a cut-short installation has not said so. */
function isInstalled() {
  const said = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(said)) return false
  const present = JSON.parse(readFileSync(said, 'utf8')).packages
  return listWanted().every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional))
}

/** @returns {[string, { version: string, optional?: boolean }][]} */
function listWanted() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'))
}

async function install() {
  const began = Date.now()
  const wanted = listWanted().filter(([, { optional }]) => !optional)
  const count = () => wanted.filter(([path]) => existsSync(join(root, path, 'package.json'))).length
  const tell = () => process.stdout.write(line('install', `${count()} of ${wanted.length} packages`, began, process.stdout.isTTY))
  const timer = setInterval(tell, process.stdout.isTTY ? 500 : 10_000)
  tell()
  const { code, said } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  clearInterval(timer)
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
  if (code !== 0)
    stopWith(`${said.trim()}\nThe packages could not be installed (npm ci ended with ${code}). Is the registry reachable?`)
  process.stdout.write(line('install', `${wanted.length} packages`, began, false))
}

/**
 * @param {string[]} words
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function runNpm(words) {
  // Started by npm, the very same npm; else whichever is on PATH.
  const script = process.env.npm_execpath
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const child = spawn(program, [...first, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said = `${said}${bytes}`.slice(-8000)))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => resolve({ code, said }))
  })
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return process.execPath
  const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(brought)) return brought
  return stopWith(
    `Node ${neededNode} or newer is needed, and npm brings it along only on Linux (x64, arm64). This is Node ${process.versions.node} on ${process.platform} ${process.arch}.`,
  )
}

/**
 * The other Node has our terminal, and hears of our end, however we end.
 * @param {string} node
 * @param {string} script
 */
function handOver(node, script) {
  const environment = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }
  const words = ['--import', 'tsx', '--import', './bin/end-with-parent.js', join('bin', script), ...process.argv.slice(2)]
  const child = spawn(node, words, { cwd: root, env: environment, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => stopWith(`Node ${neededNode} cannot run here (${error.message}). Install it, and start again.`))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/**
 * @param {string} name
 * @param {string} what
 * @param {number} began
 * @param {boolean} isPassing
 */
function line(name, what, began, isPassing) {
  const text = `  ${name.padEnd(11)}${what.padEnd(62)}${`${((Date.now() - began) / 1000).toFixed(1)} s`.padStart(8)}`
  return isPassing ? `\r\x1b[2K${text}` : `${text}\n`
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

import { type ChildProcess, spawn } from 'node:child_process'
import type { Outcome } from './stages'

const running = new Set<ChildProcess>()

/** Ends what runs, when we are asked to end. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program of ours or of a package under this Node; what it says is shown as it says it. */
export async function runProgram(
  script: string,
  words: string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'inherit', 'inherit'], env: environment })
  running.add(child)
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  running.delete(child)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

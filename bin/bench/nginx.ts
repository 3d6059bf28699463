import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../lib/ports'
import type { Answer } from './ask'
import { findProgram } from './programs'
import { benchFolder } from './scratch'
import { end, endWithUs } from './server'

/** One page in the encodings it is sent in. */
export type Bytes = { identity: Answer; gzip: Answer; br: Answer }

/** Headers that nginx makes itself, or that belong to one answer only. */
const own = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'content-type',
  'content-encoding',
  'transfer-encoding',
  'etag',
  'server',
  'last-modified',
])

/** As Debian sets it up; or so that it looks no file up twice and writes its log in large pieces. */
export type Setup = 'usual' | 'tuned'

/**
 * Runs nginx while `work` lasts: one worker process, as we are one process, serving those very bytes with those headers from prepared
 * files, and writing an access log, as we do. `work` gets the address of the page there.
 */
export async function withNginx<T>(bytes: Bytes, setup: Setup, work: (url: string) => Promise<T>): Promise<T> {
  const { path, environment } = findProgram('nginx', ['nginx'])
  const folder = join(benchFolder, `nginx-${setup}`)
  mkdirSync(join(folder, 'pages'), { recursive: true })
  for (const open of [benchFolder, folder, join(folder, 'pages')]) chmodSync(open, 0o755)
  writeFileSync(join(folder, 'pages', 'page.html'), bytes.identity.body)
  writeFileSync(join(folder, 'pages', 'page.html.gz'), bytes.gzip.body)
  writeFileSync(join(folder, 'pages', 'page.html.br'), bytes.br.body)
  const port = await freePort()
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, setup, bytes.identity.headers))
  const child = spawn(path, ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  })
  endWithUs(child)
  const failed = new Promise<never>((_, reject) =>
    child.once('error', reject).once('exit', (code) => reject(new Error(`nginx ended (${code}); see ${folder}/error.log`))),
  )
  failed.catch(() => {})
  try {
    const url = `http://127.0.0.1:${port}/page.html`
    while (!(await fetch(url).catch(() => null))?.ok) await Promise.race([wait(50), failed])
    return await work(url)
  } finally {
    await end(child)
  }
}

function configuration(folder: string, port: number, setup: Setup, headers: Answer['headers']): string {
  const shared = Object.entries(headers).flatMap(([name, value]) =>
    own.has(name) || typeof value !== 'string' ? [] : [`add_header ${name} ${quoted(value)};`],
  )
  // Otherwise its worker runs as nobody, who may not read this folder.
  const user = process.getuid?.() === 0 ? 'user root root;' : ''
  return `
daemon off;
${user}
worker_processes 1;
pid ${quoted(join(folder, 'nginx.pid'))};
events { worker_connections 1024; }
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${quoted(join(folder, one))};`).join('\n  ')}
  access_log ${quoted(join(folder, 'access.log'))} combined${setup === 'tuned' ? ' buffer=64k' : ''};
  sendfile on;
  tcp_nopush on;
  server_tokens off;
  keepalive_requests 100000000;
  ${setup === 'tuned' ? 'open_file_cache max=100 inactive=1h;' : ''}
  types { }
  default_type "text/html; charset=utf-8";
  map $http_accept_encoding $suffix { default ""; "~*\\bbr\\b" .br; }
  map $http_accept_encoding $made { default ""; "~*\\bbr\\b" br; }
  server {
    listen 127.0.0.1:${port};
    root ${quoted(join(folder, 'pages'))};
    location / {
      try_files $uri$suffix =404;
      gzip_static on;
      add_header content-encoding $made;
      ${shared.join('\n      ')}
    }
  }
}
`
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('$', '')}"`
}

// Every environment has its own types: the server no browser's, the pages no Node's. All are checked at the same time.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

const PROJECTS = ['.', 'console', 'test', 'test/browser']

const codes = await Promise.all(
  PROJECTS.map(async (project) => {
    const args = ['node_modules/typescript/bin/tsc', '-p', project]
    const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
    return code
  }),
)
process.exit(codes.every((code) => code === 0) ? 0 : 1)

// Every environment has its own types, all checked at the same time: the server and what stands beside it (Node, no browser), the
// officers' pages (a browser, no Node), tests (Node), and tests that drive a browser (Node that holds functions which run in a page;
// test/console has a configuration only because editors and the linter look for the nearest).
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

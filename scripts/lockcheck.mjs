// `npm ci` refuses a lock that names an optional platform package it does not hold; and nothing may come from git.
import { readFileSync } from 'node:fs'

const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const names = Object.keys(packages)
const problems = []
for (const [name, entry] of Object.entries(packages)) {
  for (const optional of Object.keys(entry.optionalDependencies ?? {}))
    if (!names.some((other) => other.endsWith(`node_modules/${optional}`)))
      problems.push(`missing ${optional} of ${name}`)
  if (/^git|github\.com/.test(entry.resolved ?? '')) problems.push(`not from the registry: ${name}`)
}
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

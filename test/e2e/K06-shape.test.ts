import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { settingsTable } from '@torihiki/shared/settings.ts'

const root = join(import.meta.dirname, '../..')

test('the top level has what was asked for', () => {
  for (const name of [
    'package.json',
    'turbo.json',
    'tsconfig.json',
    'gateway',
    'subgraphs',
    'workers',
    'schema',
    'test',
  ]) {
    expect(existsSync(join(root, name))).toBe(true)
  }
})

test('the README says the two commands, and has a row for every setting', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain('npm start')
  expect(readme).toContain('npm test')
  expect(readme).toContain(settingsTable())
})

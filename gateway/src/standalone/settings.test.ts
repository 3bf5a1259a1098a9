import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { settingForms } from './setting-forms.ts'
import { flagOf, readGatewaySettings, variableOf } from './settings.ts'
import { gatewaySettingsTable, helpText } from './usage.ts'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))

function config(text: string): string {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, text)
  return path
}

const named = ['--supergraph', 'graph.graphql']
const read = (args: readonly string[] = [], environment: Record<string, string> = {}) =>
  readGatewaySettings([...named, ...args], environment).settings
const refusal = (args: readonly string[], environment: Record<string, string> = {}): string => {
  try {
    readGatewaySettings(args, environment)
    return 'nothing is refused'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a setting', () => {
  it('has a default', () => {
    expect(read()).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      introspection: true,
      maskErrors: false,
      passHeader: [],
    })
  })

  it('is taken from a flag, the environment and a config file, in this order', () => {
    const file = config('{ "port": 1, "host": "::1", "introspection": false }')
    const environment = { TORIHIKI_GATEWAY_CONFIG: file, TORIHIKI_GATEWAY_PORT: '2', TORIHIKI_GATEWAY_HOST: '0.0.0.0' }
    expect(read(['--port', '3'], environment)).toMatchObject({ port: 3, host: '0.0.0.0', introspection: false })
  })

  it('may be a list: flags several times, commas in the environment, lists and objects in a file', () => {
    const origins = { allowedOrigin: ['https://a.example', 'https://b.example'] }
    const both = ['--allowed-origin', 'https://a.example', '--allowed-origin=https://b.example']
    expect(read(both)).toMatchObject(origins)
    expect(read([], { TORIHIKI_GATEWAY_ALLOWED_ORIGIN: 'https://a.example, https://b.example' })).toMatchObject(origins)
    const file = config(
      '{ "allowedOrigin": ["https://a.example", "https://b.example"], "subgraph": { "a": "http://a/graphql" } }',
    )
    expect(read(['--config', file])).toMatchObject({ ...origins, subgraph: new Map([['a', 'http://a/graphql']]) })
  })

  it('is not what Kubernetes says of a service of this name', () => {
    expect(read([], { TORIHIKI_GATEWAY_PORT: 'tcp://10.0.0.1:80' })).toMatchObject({ port: 4000 })
  })
})

describe('what cannot be used is refused in a sentence with the remedy', () => {
  it.each<[string, string[], Record<string, string>, string]>([
    ['no supergraph', [], {}, '--supergraph: Say which supergraph to serve.'],
    ['a word for a number', [...named, '--port', 'four'], {}, '--port: It must be a whole number.'],
    ['too much', [...named], { TORIHIKI_GATEWAY_PORT: '70000' }, 'TORIHIKI_GATEWAY_PORT: It must be 65535 or less.'],
    ['neither on nor off', [...named, '--introspection', 'maybe'], {}, '--introspection: Say on or off.'],
    ['no URL', [...named, '--subgraph', 'a=b'], {}, '"a=b" is not of the form name=http://host:port/path.'],
    ['no origin', [...named, '--allowed-origin', 'https://a/b'], {}, 'is no origin such as https://shop.example.'],
    ['an unknown flag', ['--supergraf', 'x'], {}, "Unknown option '--supergraf'. All flags: torihiki-gateway --help"],
    ['no file', [...named, '--config', '/nowhere'], {}, '--config: there is no file /nowhere that can be read.'],
    ['no JSON', [...named, '--config', config('{')], {}, 'is not JSON'],
    ['no settings', [...named, '--config', config('[]')], {}, 'is a JSON object of settings'],
    ['an unknown setting', [...named, '--config', config('{"ports":1}')], {}, 'names ports; the settings there are: '],
  ])('%s', (_, args, environment, sentence) => {
    expect(refusal(args, environment)).toContain(sentence)
  })

  it('all faults at once', () => {
    const faults = refusal(['--port', 'x', '--proxies', 'y'])
    for (const name of ['--supergraph:', '--port:', '--proxies:']) expect(faults).toContain(name)
  })
})

describe('every setting is told', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  it('in the README', () => {
    expect(readme).toContain(gatewaySettingsTable())
  })

  it.each(Object.keys(settingForms))('by --help: %s', (name) => {
    expect(helpText()).toContain(flagOf(name))
    expect(variableOf(name)).toMatch(/^TORIHIKI_GATEWAY_[A-Z_]+$/)
  })
})

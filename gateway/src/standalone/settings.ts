import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'
import { z } from 'zod'
import { settingForms, type GatewaySettings } from './setting-forms.ts'

/** What comes before a setting's name in the environment. */
const prefix = 'TORIHIKI_GATEWAY_'

type Name = keyof typeof settingForms
const names = Object.keys(settingForms) as Name[]

/** `--allowed-origin` of `allowedOrigin`. */
export const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
/** `TORIHIKI_GATEWAY_ALLOWED_ORIGIN` of `allowedOrigin`. */
export const variableOf = (name: string): string =>
  `${prefix}${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

/** A value as it was given, and where, as its giver calls the place. */
type Given = { readonly value: string | readonly string[]; readonly where: string }

export type StandaloneStart = { readonly settings: GatewaySettings; readonly asked: 'start' | 'help' }

/**
 * Reads all settings at once: a flag counts before the environment, that before the config file, that before the default.
 * @throws StartRefused with every fault together, each a sentence with the remedy
 */
export function readGatewaySettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StandaloneStart {
  const flags = readFlags(args)
  const configFile = flags.get('config')?.value ?? environment[`${prefix}CONFIG`]
  const file = typeof configFile === 'string' ? readConfig(configFile) : new Map<string, Given>()
  const faults: string[] = []
  const values = names.map((name) => {
    const given = flags.get(name) ?? fromEnvironment(name, environment) ?? file.get(name)
    const { form, meaning } = settingForms[name]
    const result = form.safeParse(given?.value)
    if (!result.success) {
      const [{ message } = { message: 'It cannot be used' }] = result.error.issues
      faults.push(`${given?.where ?? flagOf(name)}: ${message}. (${meaning})`)
    }
    return [name, result.success ? result.data : undefined]
  })
  const asked = flags.has('help') ? 'help' : 'start'
  if (faults.length > 0 && asked === 'start') throw new StartRefused(faultText(faults))
  return { asked, settings: Object.freeze(Object.fromEntries(values)) as GatewaySettings }
}

function faultText(faults: readonly string[]): string {
  return `These settings cannot be used:\n  ${faults.join('\n  ')}\nAll settings: torihiki-gateway --help`
}

function readFlags(args: readonly string[]): ReadonlyMap<string, Given> {
  const flagged = names.map((name) => {
    const multiple = settingForms[name].many
    return [flagOf(name).slice(2), { type: 'string' as const, multiple }]
  })
  const options = {
    ...(Object.fromEntries(flagged) as Record<string, { type: 'string'; multiple: boolean }>),
    config: { type: 'string' as const, multiple: false },
    help: { type: 'boolean' as const, multiple: false, short: 'h' },
  }
  try {
    const { values } = parseArgs({ args: [...args], options })
    const byFlag = new Map([...names, 'config', 'help'].map((name) => [flagOf(name).slice(2), name]))
    return new Map(
      Object.entries(values).map(([flag, value]) => {
        const text = typeof value === 'boolean' ? String(value) : (value as string | string[])
        return [byFlag.get(flag) ?? flag, { value: text, where: `--${flag}` }]
      }),
    )
  } catch (error) {
    const [reason = ''] = errorMessage(error).split('. ', 1)
    throw new StartRefused(`${reason}. All flags: torihiki-gateway --help`)
  }
}

function fromEnvironment(name: Name, environment: Readonly<Record<string, string | undefined>>): Given | undefined {
  const where = variableOf(name)
  const text = environment[where]
  // Kubernetes sets TORIHIKI_GATEWAY_PORT=tcp://… for a service of this name: that is not meant for us.
  if (!text || (name === 'port' && text.startsWith('tcp://'))) return undefined
  return { value: settingForms[name].many ? listOf(text) : text, where }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
}

const plain = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const configForm = z.record(z.string(), z.union([plain, z.array(plain), z.record(z.string(), plain)]))

function readConfig(path: string): ReadonlyMap<string, Given> {
  const parsed = configForm.safeParse(jsonOf(path))
  if (!parsed.success)
    throw new StartRefused(`${path} is a JSON object of settings, such as { "port": 4000 }; this one is not. Mend it.`)
  const entries = Object.entries(parsed.data)
  const unknown = entries.map(([name]) => name).filter((name) => !names.some((known) => known === name))
  if (unknown.length > 0)
    throw new StartRefused(`${path} names ${unknown.join(', ')}; the settings there are: ${names.join(', ')}.`)
  return new Map(
    entries.map(([name, value]) => {
      const pairs = typeof value === 'object' && !Array.isArray(value)
      const list = pairs ? Object.entries(value).map(([key, each]) => `${key}=${each}`) : value
      return [name, { value: list as string | string[], where: `${name} in ${path}` }]
    }),
  )
}

function jsonOf(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new StartRefused(`--config: there is no file ${path} that can be read. Give the path of one.`)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new StartRefused(`--config: ${path} is not JSON (${errorMessage(error)}). Mend it.`)
  }
}

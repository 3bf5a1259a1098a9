import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefused, type Settings } from '../settings.ts'
import { keptSecret } from './private-file.ts'

/** What is secret at a start, and where the administrator's password is kept when it was made here. */
export type HubSecrets = { hubSecret: string; adminPassword: string; adminPasswordFile: string | null }

/**
 * The hub's secret and the administrator's password: from the settings, or made once and kept in the data directory, readable by its
 * owner alone. In production their absence stops the start.
 */
export async function hubSecrets(settings: Settings, dataDirectory: string): Promise<HubSecrets> {
  if (settings.NODE_ENV === 'production' && (!settings.HUB_SECRET || !settings.ADMIN_PASSWORD)) {
    throw new StartRefused(
      'In production HUB_SECRET and ADMIN_PASSWORD must be set. Make one with: openssl rand -base64 48',
    )
  }
  const keys = join(dataDirectory, 'keys')
  await mkdir(keys, { recursive: true, mode: 0o700 })
  const adminPasswordFile = join(keys, 'admin-password')
  return {
    hubSecret: settings.HUB_SECRET ?? (await keptSecret(join(keys, 'hub-secret'))),
    adminPassword: settings.ADMIN_PASSWORD ?? (await keptSecret(adminPasswordFile)),
    adminPasswordFile: settings.ADMIN_PASSWORD ? null : adminPasswordFile,
  }
}

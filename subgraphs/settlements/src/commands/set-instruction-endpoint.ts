import { hasRole, type Actor } from '@torihiki/shared/identity/actor.ts'
import { knownMembers } from '@torihiki/shared/identity/known-members.ts'
import { form, parseInput } from '@torihiki/shared/parse-input.ts'
import { isRefusal, refuse, type Refusal } from '@torihiki/shared/refusals.ts'
import { runCommand } from '@torihiki/shared/store/command.ts'
import { z } from 'zod'
import type { SettlementsServices } from '../services.ts'

const inputForm = z.object({
  idempotencyKey: form.idempotencyKey,
  agentId: form.id,
  url: z.url({ protocol: /^https?$/, error: 'It must be an http or https address' }).max(500),
})

/** Sets where an agent takes instructions by HTTP (A8, A9). Only administrators may: the hub calls whatever stands here. */
export async function setInstructionEndpoint(
  services: SettlementsServices,
  actor: Actor,
  raw: unknown,
): Promise<{ agentId: string; url: string } | Refusal> {
  if (!hasRole(actor, 'ADMIN')) return refuse('NOT_ALLOWED', 'Addresses of agents are set by administrators.')
  const input = parseInput(inputForm, raw)
  if (isRefusal(input)) return input
  const { agentId, url } = input
  const request = { actor, operation: 'setInstructionEndpoint', idempotencyKey: input.idempotencyKey, input: raw }
  return runCommand(services.store, request, async (tx) => {
    const agent = (await knownMembers(tx, [agentId])).get(agentId)
    if (!agent?.roles.includes('SETTLEMENT_AGENT'))
      return refuse('NOT_FOUND', 'There is no settlement agent with this id.')
    await tx.sql(
      `insert into agent_endpoint (agent_id, url, set_at) values ($1, $2, $3)
       on conflict (agent_id) do update set url = excluded.url, set_at = excluded.set_at`,
      [agentId, url, services.now()],
    )
    return { agentId, url }
  })
}

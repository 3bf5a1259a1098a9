import type { PlantedBug } from '../lost-replies/planted-bugs.ts'

const reservations = 'subgraphs/reservations/src'

/** A bug, and the finding by which a run must find it: that all is slow with it is none. */
export type OrderBug = PlantedBug & { readonly finding: RegExp }

/** The bugs that a run must find by itself. */
export const plantedBugs: readonly OrderBug[] = [
  {
    name: 'what has no answer is sent anew under another key',
    edits: [
      {
        file: `${reservations}/outside/card-company.ts`,
        from: 'const { key, merchant,',
        to: 'const key = Math.random() < 0.5 ? ask.key : `${ask.key}-again`; const { merchant,',
      },
    ],
    weaken: [],
    finding: /which we have not reserved/,
  },
  {
    name: 'no answer is taken for a refusal instead of being inquired',
    edits: [
      {
        file: `${reservations}/commands/record-reply.ts`,
        from: "case 'NO_ANSWER':\n",
        to: "case 'NO_ANSWER': { const none = { result: 'DECLINED', responseCode: '05', authorizationId: null }; if (!authorizationAfter(request.status, 'Answered')) return; await noteAnswer(tx, requestId, none, services.now()); return follow(tx, services, row, requestId, 'DECLINED', 'ANSWER') }\n",
      },
    ],
    weaken: [],
    finding: /REFUSED instead of RESERVED/,
  },
  {
    name: 'what was given up while the company was asked is not reversed',
    edits: [
      {
        file: `${reservations}/commands/ask-card-company.ts`,
        from: "    case 'SENT':\n    case 'UNKNOWN':\n      return request.company",
        to: "    case 'SENT':\n    case 'UNKNOWN':\n      await noteReversed(tx, requestId, services.now())\n      return null",
      },
    ],
    weaken: [],
    finding: /which we have not reserved/,
  },
  {
    name: 'an answer is taken without a look at whether it is one to this message',
    edits: [
      {
        file: `${reservations}/outside/relay/post-message.ts`,
        from: 'if (answer.mti !==',
        to: 'if (false && answer.mti !==',
      },
      {
        file: `${reservations}/outside/relay/post-message.ts`,
        from: 'if (fields[field] !== undefined &&',
        to: 'if (false &&',
      },
    ],
    weaken: [],
    finding: /RESERVED instead of REFUSED/,
  },
]

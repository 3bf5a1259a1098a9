/** The key under which a process of workers says that it is alive; it expires when it is not renewed. */
export const heartbeatKey = (processId: string): string => `torihiki:workers:${processId}`
/** Finds the heartbeats of all processes of workers. */
export const heartbeatPattern = 'torihiki:workers:*'
/** How long a heartbeat counts. */
export const heartbeatSeconds = 6
/** How often a heartbeat is renewed. */
export const heartbeatEveryMs = 2_000

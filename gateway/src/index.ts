export { startGateway, type GatewayOptions, type RunningGateway } from './server.ts'
export { localUpstream } from './upstreams/local.ts'
export { remoteUpstream } from './upstreams/remote.ts'
export type { Upstream } from './upstreams/upstream.ts'

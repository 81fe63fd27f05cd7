import type { CommitTurn, SubscriptionChange } from '../../../desk/ports/ledger.ts'
import { newId } from '../../ids.ts'

type Remind = Extract<SubscriptionChange, { do: 'remind' }>
type WatchQuota = Extract<SubscriptionChange, { do: 'watch quota' }>
type WatchApplication = Extract<SubscriptionChange, { do: 'watch application' }>

/** Applications that these turns want to watch: their rows are locked by the commit. */
export function watchedApplicationIds(turns: readonly CommitTurn[]): string[] {
  const changes = turns.flatMap((turn) => turn.subscriptions)
  return changes.flatMap((change) => (change.do === 'watch application' ? [change.applicationId] : []))
}

/** For each chat what is left when all its changes have been taken in their order; keys as the commit's SQL reads them. */
export function netSubscriptions(turns: readonly CommitTurn[]): object[] {
  return turns.filter((turn) => turn.subscriptions.length > 0).map(net)
}

interface Net {
  readonly stops: Set<string>
  readonly timers: Map<string, Remind>
  quota: WatchQuota | null
  stopQuota: boolean
  readonly applications: Map<string, WatchApplication>
  stopApplications: boolean
  readonly discards: Set<string>
}

function net({ chatId, at, subscriptions }: CommitTurn): object {
  const all: Net = {
    stops: new Set(),
    timers: new Map(),
    quota: null,
    stopQuota: false,
    applications: new Map(),
    stopApplications: false,
    discards: new Set(),
  }
  for (const change of subscriptions) apply(change, all)
  return {
    ...all,
    chatId,
    stops: [...all.stops],
    timers: [...all.timers.values()].map((timer) => ({ ...timer, id: newId(), inMs: timer.at - at })),
    applications: [...all.applications.values()].map((watch) => ({ ...watch, id: watch.applicationId })),
    discards: [...all.discards],
  }
}

function apply(change: SubscriptionChange, all: Net): void {
  switch (change.do) {
    case 'remind':
      all.timers.set(JSON.stringify([change.name, change.key]), change)
      return
    case 'stop reminding':
      all.stops.add(change.name)
      for (const [at, { name }] of all.timers) if (name === change.name) all.timers.delete(at)
      return
    case 'watch quota':
      all.quota = change
      return
    case 'watch application':
      all.applications.set(change.applicationId, change)
      return
    case 'stop watching':
      if (change.what === 'quota') [all.quota, all.stopQuota] = [null, true]
      else {
        all.applications.clear()
        all.stopApplications = true
      }
      return
    case 'discard file':
      all.discards.add(change.fileId)
      return
    default:
      change satisfies never
  }
}

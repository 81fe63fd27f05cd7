import { Queue as BullQueue, Worker, createPostgresBackend, runMigrations, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { Log } from '../../desk/ports/log.ts'
import type { Queue } from '../../desk/ports/queue.ts'

/** Tries of a wake-up whose handler throws; the pauses double from one second. The sweep finds what is given up here. */
const TRIES = 5
/** Every job only wakes; what there is to do is read from the rows. */
const JOB = 'wake'

interface Engine {
  queue(name: string): BullQueue
  worker(name: string, handle: (id: string) => Promise<void>, concurrency: number): Worker
  close(): Promise<void>
}

/**
 * BullMQ on Redis through ioredis (`redisUrl` set), or on PostgreSQL: the same queue either way.
 * @throws when PostgreSQL cannot be reached at the start; Redis is waited for. `add` and `every` throw while theirs is away.
 */
export async function createQueue(
  settings: { redisUrl: string | null; databaseUrl: string },
  log: Log,
): Promise<Queue> {
  const engine = settings.redisUrl
    ? onRedis(settings.redisUrl, log)
    : await onPostgres(settings.databaseUrl, log)
  const queues = new Map<string, BullQueue>()
  const workers: Worker[] = []

  function queueOf(name: string): BullQueue {
    let queue = queues.get(name)
    if (!queue) {
      queue = engine.queue(name)
      queue.on('error', (error) => log.warn('queue', { queue: name, error }))
      queues.set(name, queue)
    }
    return queue
  }

  async function on(name: string, handle: (id: string) => Promise<void>, concurrency = 1): Promise<void> {
    const worker = engine.worker(name, handle, concurrency)
    worker.on('error', (error) => log.warn('queue worker', { queue: name, error }))
    workers.push(worker)
    await worker.waitUntilReady()
  }

  return {
    on,
    async add(name, id, delayMs = 0) {
      const retry = { attempts: TRIES, backoff: { type: 'exponential', delay: 1000 } }
      await queueOf(name).add(
        JOB,
        { id },
        { delay: delayMs, removeOnComplete: true, removeOnFail: 1000, ...retry },
      )
    },
    async every(name, everyMs) {
      await queueOf(name).upsertJobScheduler(
        name,
        { every: everyMs },
        { name: JOB, data: { id: name }, opts: { removeOnComplete: true, removeOnFail: true } },
      )
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await engine.close()
    },
  }
}

function onRedis(url: string, log: Log): Engine {
  const connections: Redis[] = []
  const connect = () => {
    const redis = new Redis(url, { maxRetriesPerRequest: null })
    redis.on('error', (error) => log.warn('redis', { error }))
    connections.push(redis)
    return redis
  }
  const shared = connect()
  return {
    queue: (name) => new BullQueue(name, { connection: shared }),
    worker: (name, handle, concurrency) =>
      new Worker(name, (job) => handle(job.data.id), {
        connection: connect(),
        concurrency,
        maxStalledCount: 5,
      }),
    close: async () => {
      for (const redis of connections) redis.disconnect()
    },
  }
}

async function onPostgres(url: string, log: Log): Promise<Engine> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  await runMigrations(client)
  await client.end()
  // one capped pool for every queue and worker: each worker keeps one connection to listen on
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    options: '-c search_path=bullmq',
    keepAlive: true,
  })
  pool.on('error', (error) => log.warn('queue connection lost', { error }))
  pool.on('connect', (held) => held.on('error', () => {})) // as in prisma/pool: a lost one must not end the process
  pool.setMaxListeners(0) // every queue and worker listens on it
  const postgres = withBackend(createPostgresBackend)
  return {
    queue: (name) => new postgres.Queue(name, { connection: pool }) as unknown as BullQueue,
    worker: (name, handle, concurrency) =>
      new postgres.Worker(name, (job: { data: { id: string } }) => handle(job.data.id), {
        connection: pool,
        concurrency,
        maxStalledCount: 5,
      }) as unknown as Worker,
    close: () => pool.end(),
  }
}

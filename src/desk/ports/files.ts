/** Files at rest: already encrypted bytes by id. All reject when the store cannot be reached or refuses; never with its address. */
export interface FileStorage {
  /** Resolves when the bytes are safe. Put again under the same id, they take the place of the first. */
  put(id: string, encrypted: Uint8Array): Promise<void>
  /** Null when there is no such file. */
  get(id: string): Promise<Uint8Array | null>
  /** Also resolves when there is no such file. */
  remove(id: string): Promise<void>
}

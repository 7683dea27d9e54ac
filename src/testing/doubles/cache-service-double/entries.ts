/** What one token may do: read the scopes in this order, write to the first. */
export type CacheGrant = {
  readonly scopes: readonly string[];
  readonly write: boolean;
  readonly read: boolean;
};

/** A reserved or finished entry of the cache. */
export type CacheEntry = {
  readonly id: number;
  readonly scope: string;
  readonly key: string;
  readonly version: string;
  /** Path of its blob. */
  readonly blob: string;
  readonly isFinal: boolean;
};

/** Answer of one method of the service. */
export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** The service's memory: a key is written only once per scope, and the newest entry with a prefix is found first. */
export class CacheEntries {
  #entries: readonly CacheEntry[] = [];

  /** Finished entries, oldest first. */
  get finished(): readonly CacheEntry[] {
    return this.#entries.filter(({ isFinal }) => isFinal);
  }

  create(grant: CacheGrant, asked: Asked, urlOf: (blob: string) => string): Reply {
    const [scope] = grant.scopes;
    if (!grant.write || scope === undefined)
      return ok({ ok: false, message: 'cache write denied: the token is read-only' });
    if (this.#find(scope, asked) !== undefined)
      return refused(
        409,
        'already_exists',
        'cache entry with the same key, version, and scope already exists',
      );
    const id = this.#entries.length + 1;
    const entry = { id, scope, ...asked, blob: `/account/cache/${id}`, isFinal: false };
    this.#entries = [...this.#entries, entry];
    return ok({ ok: true, signed_upload_url: urlOf(entry.blob) });
  }

  finalize(grant: CacheGrant, asked: Asked & { readonly isWhole: (blob: string) => boolean }): Reply {
    const entry = this.#find(grant.scopes[0] ?? '', asked);
    if (entry === undefined) return refused(404, 'not_found', 'no such entry');
    if (!asked.isWhole(entry.blob)) return ok({ ok: false, message: 'size of the blob differs' });
    this.#entries = this.#entries.map((one) => (one === entry ? { ...one, isFinal: true } : one));
    return ok({ ok: true, entry_id: String(entry.id) });
  }

  find(
    grant: CacheGrant,
    asked: Asked & { readonly restoreKeys: readonly string[] },
    urlOf: (blob: string) => string,
  ): Reply {
    if (!grant.read) return refused(403, 'permission_denied', 'cache read denied: no readable scopes');
    for (const scope of grant.scopes) {
      const here = this.finished.filter((one) => one.scope === scope && one.version === asked.version);
      const entry =
        here.find(({ key }) => key === asked.key) ??
        [asked.key, ...asked.restoreKeys]
          .map((prefix) => here.findLast(({ key }) => key.startsWith(prefix)))
          .find((one) => one !== undefined);
      if (entry !== undefined)
        return ok({ ok: true, signed_download_url: urlOf(entry.blob), matched_key: entry.key });
    }
    return ok({ ok: false });
  }

  #find(scope: string, { key, version }: Asked): CacheEntry | undefined {
    return this.#entries.find((one) => one.scope === scope && one.key === key && one.version === version);
  }
}

type Asked = { readonly key: string; readonly version: string };

function ok(body: Reply['body']): Reply {
  return { status: 200, body };
}

/** An error as Twirp writes it. */
export function refused(status: number, code: string, message: string): Reply {
  return { status, body: { code, msg: message } };
}

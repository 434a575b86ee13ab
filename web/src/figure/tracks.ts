/* Baked tracks by movement, fetched when first shown and kept. */
const kept = new Map<string, Promise<Uint8Array | null>>();

export function track(movement: string): Promise<Uint8Array | null> {
  let bytes = kept.get(movement);
  if (!bytes) {
    bytes = fetch(`tracks/${movement}.ktr`)
      .then(async (answer) => (answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null))
      .catch(() => {
        kept.delete(movement);
        return null;
      });
    kept.set(movement, bytes);
  }
  return bytes;
}

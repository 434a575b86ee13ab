/* Random ids, lower-case hexadecimal: 32 digits an event or session, 16 a person, 8 a device. */
export function hexId(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return /^(?:localhost|.+\.localhost|::1|127(?:\.\d{1,3}){3})$/.test(bare);
}

import { BlockList } from "node:net";

const notPublic = new BlockList();
for (const subnet of [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24",
  "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
]
  .join(" ")
  .split(" ")) {
  const [address = "", bits] = subnet.split("/");
  notPublic.addSubnet(address, Number(bits), "ipv4");
}
// Of IPv6 only what was given out counts, without what carries an IPv4 address in it or is there for examples.
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const [address, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(address, bits, "ipv6");

/** Whether an address is one of the public internet: no machine of ours, or beside us, can be reached by it. */
export const isPublicAddress = (address: string, family: number): boolean =>
  family === 6
    ? given.check(address, "ipv6") && !notPublic.check(address, "ipv6")
    : !notPublic.check(address, "ipv4");

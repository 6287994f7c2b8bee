import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { networkOf } from "#domain/client-network";

describe("the network that an address counts for", () => {
  const table: [string, string][] = [
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", ""],
  ];
  for (const [address, network] of table)
    test(`${address} is ${network}`, () => {
      assert.equal(networkOf(address), network);
    });
  test("of two addresses of one /64 is one, of two /64s two", () => {
    assert.equal(networkOf("2001:db8:a:b::1"), networkOf("2001:db8:a:b:ffff::2"));
    assert.notEqual(networkOf("2001:db8:a:b::1"), networkOf("2001:db8:a:c::1"));
  });
});

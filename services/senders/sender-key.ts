import { lookupHash, lookupHashes, type KeyRing } from "../sealing/key-ring.ts";

/** What an address at work is kept under, so that it can be found again. */
export const senderKey = (keys: KeyRing, email: string) => ({
  emailKey: lookupHash(keys, "sender", email.toLowerCase()),
  keyVersion: keys.lookup.current,
});

/** All that it may be kept under, one for each version of the key that is held. */
export const senderKeys = (keys: KeyRing, email: string): Buffer[] => [
  ...lookupHashes(keys, "sender", email.toLowerCase()).values(),
];

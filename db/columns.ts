import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

declare const sealedBrand: unique symbol;
/** Bytes that only services/sealing can open: AES-256-GCM under a data key, bound to table, row and column. */
export type Sealed = Buffer & { readonly [sealedBrand]: true };

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
export const sealed = customType<{ data: Sealed; driverData: Buffer }>({ dataType: () => "bytea" });

/** Ids are UUIDv7 made by the application, so that a row's id is known before it is written. */
export const id = () => uuid("id").primaryKey();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

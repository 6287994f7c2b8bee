import sharp from "sharp";
import { pixelsAtMost } from "#domain/files/limits";
import { RefusedFile } from "./bad-file.ts";

// Of the forty kinds that the library reads, some with a long history of faults, two are opened here.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
// Pictures come one by one: nothing is gained by what it would keep for the next.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads a picture to its end and writes it anew: what a telephone put beside the pixels (where, when, with which device, a
 * small picture of what was cut away) is not in what comes out, nor is anything that hid behind the picture.
 * @throws RefusedFile when it cannot be read to its end, or claims more pixels than we take
 */
export async function cleanPicture(bytes: Buffer, kind: "jpeg" | "png"): Promise<Buffer> {
  try {
    // Turned as it was held: that, too, stands in what is taken away.
    const picture = sharp(bytes, { limitInputPixels: pixelsAtMost, failOn: "error", pages: 1 }).autoOrient();
    return await (kind === "jpeg" ? picture.jpeg({ quality: 90 }) : picture.png()).toBuffer();
  } catch (error) {
    const tooMany = error instanceof Error && /pixel limit/i.test(error.message);
    throw new RefusedFile(tooMany ? "too-many-pixels" : "damaged");
  }
}

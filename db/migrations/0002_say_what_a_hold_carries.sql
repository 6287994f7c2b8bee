-- Whether a lease has lapsed is read from its time. What has to be kept is whether the holder wrote something.
ALTER TABLE "hold" RENAME COLUMN "lapsed_with_notes" TO "has_notes";

--> statement-breakpoint
GRANT UPDATE (matches_cut) ON "contact" TO frontdoor_app;
--> statement-breakpoint
-- What a look-up reads under each key is in the index itself: the row-level policy asks for the contact, and fetching that
-- from the table cost one page for every child who shares a key.
ALTER TABLE "match_key" DROP CONSTRAINT "match_key_kind_value_contact_child_id_pk";
--> statement-breakpoint
ALTER TABLE "match_key" ADD CONSTRAINT "match_key_kind_value_contact_child_id_pk" PRIMARY KEY ("kind", "value", "contact_child_id") INCLUDE ("contact_id");
--> statement-breakpoint
ALTER TABLE "adult_key" DROP CONSTRAINT "adult_key_kind_value_contact_adult_id_pk";
--> statement-breakpoint
ALTER TABLE "adult_key" ADD CONSTRAINT "adult_key_kind_value_contact_adult_id_pk" PRIMARY KEY ("kind", "value", "contact_adult_id") INCLUDE ("contact_id");
--> statement-breakpoint
-- New names are few. Kept aside until a vacuum comes, they made the planner read the whole dictionary for each question.
ALTER INDEX "name_token_trigrams" SET (fastupdate = off);
--> statement-breakpoint
SELECT gin_clean_pending_list('name_token_trigrams');
--> statement-breakpoint
-- Names of the dictionary that look like those asked for, the likest first. To the planner "looks like" costs nothing, so
-- that it would compare a word with every name there is; told to, it reads the index.
CREATE FUNCTION frontdoor_alike_names(wanted text[], at_most int) RETURNS TABLE (word text, token text)
  LANGUAGE sql STABLE SET search_path = public, pg_temp SET enable_seqscan = off AS $$
    SELECT w, n.token FROM unnest(wanted) w CROSS JOIN LATERAL (
      SELECT name.token FROM name WHERE name.token % w AND name.token <> w ORDER BY similarity(name.token, w) DESC, name.token LIMIT at_most
    ) n $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_alike_names(text[], int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_alike_names(text[], int) TO frontdoor_app;

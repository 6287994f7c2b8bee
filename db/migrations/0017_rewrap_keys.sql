-- Wraps a data key anew, with a newer version of the key that the database does not hold. The application may change
-- nothing else of a data key: one that was destroyed meanwhile stays destroyed, and one that another run wrapped stays so.
CREATE FUNCTION frontdoor_rewrap(of data_key_subject, which uuid, was smallint, now_version smallint, rewrapped bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF rewrapped IS NULL OR now_version IS NULL THEN RAISE EXCEPTION 'a key is not destroyed by wrapping it'; END IF;
  UPDATE data_key SET wrap_version = now_version, wrapped = rewrapped
    WHERE subject = of AND subject_id = which AND wrap_version = was AND wrapped IS NOT NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION frontdoor_rewrap(data_key_subject, uuid, smallint, smallint, bytea) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frontdoor_rewrap(data_key_subject, uuid, smallint, smallint, bytea) TO frontdoor_app;

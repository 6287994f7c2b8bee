-- A contact that is erased takes with it what came beside it: the row of the file that it came in, and which
-- organisation's system sent it. Whoever erases owns the tables and says that they see everything for as long as it takes.
CREATE FUNCTION erase_what_came_with_contact() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  DELETE FROM police_row WHERE contact_id = NEW.id;
  DELETE FROM webhook_sending USING webhook_event e WHERE e.id = webhook_sending.event_id AND e.contact_id = NEW.id;
  DELETE FROM webhook_event WHERE contact_id = NEW.id;
  DELETE FROM partner_contact WHERE contact_id = NEW.id;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_erased_beside AFTER UPDATE OF erased_at ON "contact" FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION erase_what_came_with_contact();
--> statement-breakpoint
CREATE POLICY remove ON partner_contact FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');
--> statement-breakpoint
CREATE POLICY remove ON webhook_event FOR DELETE USING (current_setting('frontdoor.sees', true) = 'all');

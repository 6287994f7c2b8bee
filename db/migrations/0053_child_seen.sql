-- That a child was seen stops the clock that ran for it, whoever says so: an agency that saw them does not see the clock.
CREATE FUNCTION stop_child_seen() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before constant text := current_setting('frontdoor.sees', true);
BEGIN
  PERFORM set_config('frontdoor.sees', 'all', true);
  UPDATE clock SET stopped_at = NEW.done_at, stopped_by_id = NEW.id
    WHERE pathway_id = NEW.pathway_id AND kind = 'child_seen' AND stopped_at IS NULL;
  PERFORM set_config('frontdoor.sees', before, true);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER strategy_action_child_seen AFTER UPDATE OF done_at ON "strategy_action" FOR EACH ROW
  WHEN (OLD.done_at IS NULL AND NEW.done_at IS NOT NULL AND NEW.ended_how = 'done' AND NEW.pathway_id IS NOT NULL)
  EXECUTE FUNCTION stop_child_seen();

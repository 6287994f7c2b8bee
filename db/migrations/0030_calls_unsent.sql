-- Whoever answers for the hub is told how many calls were taken and never sent; what is in them is sealed, and opened for
-- whoever took them alone.
DROP POLICY read ON phone_call;
--> statement-breakpoint
CREATE POLICY read ON phone_call FOR SELECT USING (current_setting('frontdoor.sees', true) = 'all'
  OR (current_setting('frontdoor.sees', true) IN ('cleared', 'open')
    AND (taken_by::text = current_setting('frontdoor.actor_id', true)
      OR current_setting('frontdoor.roles', true) ~ ',(manager|on_call_manager|out_of_hours|administrator),')));

CREATE INDEX "contact_child_born" ON "contact_child" USING btree ("date_of_birth","id");--> statement-breakpoint
CREATE INDEX "contact_child_postcode" ON "contact_child" USING btree ("postcode","id");
-- The queue starts from the running decision clocks and finds their children by id. After loading 20,000 contacts, routing
-- and 485 pages this index had been read not once, and every new child and every decision paid for it.
DROP INDEX "contact_child_open";

-- A child who joins an open discussion can bring its deadline forward.
GRANT UPDATE (hold_by) ON "strategy_discussion" TO frontdoor_app;

-- The oversight committee says what it thinks of a matter (src/tickets/moves/record.ts).
ALTER TABLE "TicketEvent"
  DROP CONSTRAINT "TicketEvent_what_words",
  ADD CONSTRAINT "TicketEvent_what_words" CHECK ("what" IN ('opened', 'accepted', 'assigned', 'transferred', 'deliberated', 'progressed', 'visited', 'remarked', 'resolved', 'rated', 'reopened', 'closed', 'extensionAsked', 'extended', 'extensionDenied', 'waited', 'resumed', 'rejected', 'merged', 'mergedFrom', 'split', 'reclassified', 'supervised', 'withdrawn', 'revived', 'hidden', 'followed', 'added', 'undone', 'denied', 'amended', 'notMatter', 'escalated', 'called'));

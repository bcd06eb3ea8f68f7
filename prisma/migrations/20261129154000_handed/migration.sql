-- Handed in by another office's program.
ALTER TABLE "Ticket" DROP CONSTRAINT "Ticket_source_words",
  ADD CONSTRAINT "Ticket_source_words" CHECK ("source" IN ('group', 'direct', 'noted', 'report', 'form', 'handed'));

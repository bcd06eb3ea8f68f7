-- By hand: what was said to one person goes as a row after its year, whether it still has words or not.
DROP INDEX "Message_worded";
CREATE INDEX "Message_to_one" ON "Message" ("townId", "at") WHERE "personId" IS NULL AND "conversation" LIKE 'p:%';

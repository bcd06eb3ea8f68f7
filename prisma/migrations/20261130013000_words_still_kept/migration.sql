-- By hand: what a night looks for when it lets words go, however many years of rows have none any more.
CREATE INDEX "Notice_worded" ON "Notice" ("townId", "dueAt") WHERE "text" <> '';
CREATE INDEX "Message_worded" ON "Message" ("townId", "at") WHERE "personId" IS NULL AND "conversation" LIKE 'p:%' AND "text" <> '';
CREATE INDEX "Message_told" ON "Message" ("townId", "at") WHERE "personId" IS NOT NULL AND "text" <> '';

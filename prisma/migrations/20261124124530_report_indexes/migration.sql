-- CreateIndex
CREATE INDEX "Ticket_townId_resolvedAt_idx" ON "Ticket"("townId", "resolvedAt");

-- CreateIndex
CREATE INDEX "Ticket_townId_respondedAt_idx" ON "Ticket"("townId", "respondedAt");

-- CreateIndex
CREATE INDEX "Ticket_townId_respondBy_idx" ON "Ticket"("townId", "respondBy");

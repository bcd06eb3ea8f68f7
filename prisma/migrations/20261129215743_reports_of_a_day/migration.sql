-- CreateIndex
CREATE INDEX "Report_townId_closedAt_idx" ON "Report"("townId", "closedAt");

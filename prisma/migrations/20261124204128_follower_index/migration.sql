-- CreateIndex
CREATE INDEX "Follower_townId_personId_idx" ON "Follower"("townId", "personId");

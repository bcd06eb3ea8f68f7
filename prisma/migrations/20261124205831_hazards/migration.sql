-- CreateTable
CREATE TABLE "HazardFound" (
    "townId" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HazardFound_pkey" PRIMARY KEY ("townId","ticketId")
);

-- CreateIndex
CREATE INDEX "HazardFound_townId_at_idx" ON "HazardFound"("townId", "at");

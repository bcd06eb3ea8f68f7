-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "throughId" TEXT,
ADD COLUMN     "throughName" TEXT,
ADD COLUMN     "throughVia" TEXT;

-- CreateTable
CREATE TABLE "SayDay" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "agenda" JSONB NOT NULL,
    "apart" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attendance" INTEGER,
    "record" TEXT NOT NULL,

    CONSTRAINT "SayDay_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "SayDay_townId_villageId_day_idx" ON "SayDay"("townId", "villageId", "day");

-- CreateIndex
CREATE INDEX "Ticket_townId_throughId_idx" ON "Ticket"("townId", "throughId");

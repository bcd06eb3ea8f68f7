-- CreateTable
CREATE TABLE "Venue" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "gridId" TEXT NOT NULL,
    "uses" TEXT[],
    "address" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Venue_pkey" PRIMARY KEY ("townId","id")
);

-- CreateTable
CREATE TABLE "StaffEntry" (
    "townId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "education" TEXT,
    "fullTime" BOOLEAN NOT NULL,
    "since" TEXT,
    "how" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "StaffEntry_pkey" PRIMARY KEY ("townId","personId")
);

-- CreateTable
CREATE TABLE "TeamRecord" (
    "townId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "TeamRecord_pkey" PRIMARY KEY ("townId","personId","kind","day","title")
);

-- CreateIndex
CREATE INDEX "TeamRecord_townId_kind_day_idx" ON "TeamRecord"("townId", "kind", "day");

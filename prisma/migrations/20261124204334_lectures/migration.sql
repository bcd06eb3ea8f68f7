-- CreateTable
CREATE TABLE "Lecture" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "villages" TEXT[],
    "state" TEXT NOT NULL,
    "attendance" INTEGER,
    "note" TEXT NOT NULL,
    "photos" JSONB NOT NULL,

    CONSTRAINT "Lecture_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "Lecture_townId_day_idx" ON "Lecture"("townId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Lecture_townId_number_key" ON "Lecture"("townId", "number");

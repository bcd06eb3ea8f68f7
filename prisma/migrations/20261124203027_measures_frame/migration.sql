-- CreateTable
CREATE TABLE "ChronicleLine" (
    "townId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "byId" TEXT,
    "note" TEXT,
    "data" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ChronicleLine_pkey" PRIMARY KEY ("townId","subject","n")
);

-- CreateTable
CREATE TABLE "BulletinItem" (
    "townId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "groupId" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "untilDay" TEXT,
    "gentle" BOOLEAN NOT NULL,
    "pictureName" TEXT,
    "picture" JSONB,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "toldOn" TEXT,
    "why" TEXT,

    CONSTRAINT "BulletinItem_pkey" PRIMARY KEY ("townId","id")
);

-- CreateIndex
CREATE INDEX "BulletinItem_townId_state_fromDay_idx" ON "BulletinItem"("townId", "state", "fromDay");

-- CreateIndex
CREATE INDEX "BulletinItem_townId_groupId_toldOn_idx" ON "BulletinItem"("townId", "groupId", "toldOn");

-- As a ticket's history, that of anything else is only ever added to.
CREATE TRIGGER "ChronicleLine_append_only" BEFORE UPDATE OR DELETE ON "ChronicleLine" FOR EACH ROW EXECUTE FUNCTION refuse_history_change();

-- CreateTable
CREATE TABLE "StartMark" (
    "townId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StartMark_pkey" PRIMARY KEY ("townId","step")
);

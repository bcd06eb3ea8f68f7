-- CreateTable
CREATE TABLE "ScreenLink" (
    "townId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScreenLink_pkey" PRIMARY KEY ("townId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ScreenLink_token_key" ON "ScreenLink"("token");

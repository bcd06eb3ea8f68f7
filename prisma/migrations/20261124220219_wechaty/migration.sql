-- AlterTable
ALTER TABLE "ChannelState" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3),
ADD COLUMN     "qr" TEXT;

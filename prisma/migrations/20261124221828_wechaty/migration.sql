-- AlterTable
ALTER TABLE "ChannelState" ADD COLUMN     "qr" TEXT;

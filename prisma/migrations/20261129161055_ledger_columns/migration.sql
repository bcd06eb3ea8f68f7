-- AlterTable
ALTER TABLE "Town" ADD COLUMN     "ledgerColumns" TEXT[];

-- AlterTable
ALTER TABLE "Act" ADD COLUMN     "roster" JSONB;

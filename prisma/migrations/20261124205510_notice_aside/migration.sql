-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "aside" TEXT;

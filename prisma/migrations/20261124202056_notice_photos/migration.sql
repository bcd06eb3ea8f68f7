-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "photos" JSONB NOT NULL DEFAULT '[]';

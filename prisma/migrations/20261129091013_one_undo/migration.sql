-- An act can be taken back for ten minutes; those of the old shape are left as they are.
DELETE FROM "Act";

-- DropIndex
DROP INDEX "Notice_townId_causeId_idx";

-- DropIndex
DROP INDEX "Example_townId_causeId_idx";

-- AlterTable
ALTER TABLE "Act" DROP COLUMN "before",
DROP COLUMN "roster",
DROP COLUMN "versions",
ALTER COLUMN "deed" SET NOT NULL;

-- AlterTable
ALTER TABLE "Notice" DROP COLUMN "causeId";

-- AlterTable
ALTER TABLE "Example" DROP COLUMN "causeId";

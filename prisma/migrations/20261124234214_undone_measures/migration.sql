-- AlterTable
ALTER TABLE "Act" ADD COLUMN     "deed" JSONB;

-- AlterTable
ALTER TABLE "EnforcementFigure" ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "TeamRecord" ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "AlarmAnswer" ADD COLUMN     "undoneAt" TIMESTAMPTZ(3);

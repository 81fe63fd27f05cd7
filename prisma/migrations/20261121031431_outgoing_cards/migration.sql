-- AlterTable
ALTER TABLE "outbound" ADD COLUMN     "card" JSONB;

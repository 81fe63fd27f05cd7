-- AlterTable
ALTER TABLE "category" ADD COLUMN     "label" TEXT;

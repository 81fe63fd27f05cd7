-- AlterTable: watches of before know the status they stand at; without an application any status is news.
ALTER TABLE "application_watch" ADD COLUMN "status" TEXT,
ADD COLUMN "until" DATE;
UPDATE "application_watch" w SET "status" = coalesce((SELECT a."status" FROM "application" a WHERE a."id" = w."application_id"), ''),
  "until" = (now() AT TIME ZONE 'Asia/Jakarta')::date + 90;
ALTER TABLE "application_watch" ALTER COLUMN "status" SET NOT NULL,
ALTER COLUMN "until" SET NOT NULL;

-- CreateTable
CREATE TABLE "registry_poll" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "proof" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_poll_pkey" PRIMARY KEY ("kind","key")
);

-- CreateIndex
CREATE INDEX "registry_poll_kind_asked_at_idx" ON "registry_poll"("kind", "asked_at");

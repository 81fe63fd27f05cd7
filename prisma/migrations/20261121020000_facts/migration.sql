-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL,
    "seed" TEXT,
    "key" TEXT NOT NULL,
    "office" TEXT,
    "value" JSONB NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "retired_at" TIMESTAMPTZ(3),
    "retired_by" UUID,
    "replaces" UUID,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fact_seed_key" ON "fact"("seed");

-- CreateIndex
CREATE INDEX "fact_key_office_idx" ON "fact"("key", "office");

-- One row in force for a key, an office and a first day, however many officers write at once.
CREATE UNIQUE INDEX "fact_in_force" ON "fact" ("key", coalesce("office", ''), coalesce("valid_from", '-infinity')) WHERE "retired_at" IS NULL;

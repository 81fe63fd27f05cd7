-- CreateTable
CREATE TABLE "file_removal" (
    "id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_removal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_removal_due_at_idx" ON "file_removal"("due_at");

-- Files that belong to no ticket are few: only they are looked through.
CREATE INDEX "stored_file_loose" ON "stored_file" ("created_at") WHERE "ticket_id" IS NULL;

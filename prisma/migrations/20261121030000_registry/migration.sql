-- CreateTable
CREATE TABLE "application" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "birth_hash" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT,
    "visit_day" DATE,
    "interview_day" DATE,
    "issued_day" DATE,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" TEXT NOT NULL,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_watch" (
    "application_id" TEXT NOT NULL,
    "chat_id" UUID NOT NULL,

    CONSTRAINT "application_watch_pkey" PRIMARY KEY ("application_id","chat_id")
);

-- CreateTable
CREATE TABLE "application_try" (
    "id" BIGSERIAL NOT NULL,
    "chat_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_try_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_figure" (
    "office" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "unit" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "half" TEXT NOT NULL,
    "left" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" TEXT NOT NULL,

    CONSTRAINT "quota_figure_pkey" PRIMARY KEY ("office","day","unit","lane","half")
);

-- CreateTable
CREATE TABLE "quota_watch" (
    "chat_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_watch_pkey" PRIMARY KEY ("chat_id")
);

-- CreateTable
CREATE TABLE "timer" (
    "id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "timer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "application_watch_chat_id_idx" ON "application_watch"("chat_id");

-- CreateIndex
CREATE INDEX "application_try_chat_id_at_idx" ON "application_try"("chat_id", "at");

-- CreateIndex
CREATE INDEX "quota_watch_office_idx" ON "quota_watch"("office");

-- Each chat has one open timer of a name and key; the sweep looks only at what is open.
CREATE UNIQUE INDEX "timer_open" ON "timer" ("chat_id", "name", "key") WHERE "done_at" IS NULL;
CREATE INDEX "timer_due" ON "timer" ("due_at") WHERE "done_at" IS NULL;

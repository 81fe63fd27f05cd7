-- CreateTable
CREATE TABLE "office" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "city" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "aliases" TEXT[],
    "notes" TEXT,
    "source" TEXT NOT NULL,
    "confirmed_by" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "office_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "category" (
    "code" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "servqual" TEXT,
    "sla" TEXT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "confirmed_by" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "category_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "holiday" (
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "chat" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT,
    "office" TEXT NOT NULL,
    "state" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "gone_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "chat_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "ref" TEXT,
    "held_until" TIMESTAMPTZ(3),
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "ticket_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "chat_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "choices" JSONB,
    "question" INTEGER NOT NULL DEFAULT 0,
    "ticket_id" UUID,
    "officer_id" UUID,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "lease" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "external_id" TEXT,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_serial" (
    "office" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ticket_serial_pkey" PRIMARY KEY ("office","day")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "chat_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "servqual" TEXT,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'new',
    "priority" INTEGER NOT NULL DEFAULT 3,
    "lang" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "assignee_id" UUID,
    "seq" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "story_from" TIMESTAMPTZ(3) NOT NULL,
    "due" DATE NOT NULL,
    "replied_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "rating" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_event" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "officer_id" UUID,
    "text" TEXT,
    "data" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "ticket_id" UUID,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "office" TEXT,
    "password_hash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_token" (
    "hash" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "officer_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "door_state" (
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "detail" TEXT,
    "secret" TEXT,
    "last_in" TIMESTAMPTZ(3),
    "last_out" TIMESTAMPTZ(3),
    "refused" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "door_state_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "wa_key" (
    "session" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wa_key_pkey" PRIMARY KEY ("session","type","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chat_channel_address_hash_key" ON "chat"("channel", "address_hash");

-- CreateIndex
CREATE INDEX "inbound_chat_id_seq_idx" ON "inbound"("chat_id", "seq");

-- CreateIndex
CREATE INDEX "inbound_ticket_id_idx" ON "inbound"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_chat_id_external_id_key" ON "inbound"("chat_id", "external_id");

-- CreateIndex
CREATE INDEX "outbound_chat_id_seq_idx" ON "outbound"("chat_id", "seq");

-- CreateIndex
CREATE INDEX "outbound_ticket_id_idx" ON "outbound"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_number_key" ON "ticket"("number");

-- CreateIndex
CREATE INDEX "ticket_office_state_opened_at_idx" ON "ticket"("office", "state", "opened_at");

-- CreateIndex
CREATE INDEX "ticket_assignee_id_state_idx" ON "ticket"("assignee_id", "state");

-- CreateIndex
CREATE INDEX "ticket_chat_id_opened_at_idx" ON "ticket"("chat_id", "opened_at");

-- CreateIndex
CREATE INDEX "ticket_opened_at_id_idx" ON "ticket"("opened_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_ticket_id_seq_key" ON "ticket_event"("ticket_id", "seq");

-- CreateIndex
CREATE INDEX "stored_file_ticket_id_idx" ON "stored_file"("ticket_id");

-- CreateIndex
CREATE INDEX "stored_file_chat_id_idx" ON "stored_file"("chat_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_email_hash_key" ON "officer"("email_hash");

-- CreateIndex
CREATE INDEX "officer_token_officer_id_idx" ON "officer_token"("officer_id");

-- AddForeignKey
ALTER TABLE "inbound" ADD CONSTRAINT "inbound_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound" ADD CONSTRAINT "outbound_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_token" ADD CONSTRAINT "officer_token_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One order for the whole conversation: inbox and outbox draw from the same sequence.
ALTER TABLE "outbound" ALTER COLUMN "seq" SET DEFAULT nextval('inbound_seq_seq');
DROP SEQUENCE "outbound_seq_seq";

-- The hot path looks only at what is unfinished.
CREATE INDEX "inbound_unfinished" ON "inbound" ("chat_id", "seq") WHERE "done_at" IS NULL;
CREATE INDEX "outbound_pending" ON "outbound" ("chat_id", "seq") WHERE "state" = 'pending';
CREATE INDEX "ticket_open" ON "ticket" ("chat_id", "opened_at") WHERE "closed_at" IS NULL;
-- Officers' search over what people told.
CREATE INDEX "ticket_words" ON "ticket" USING gin (to_tsvector('simple', "story"));

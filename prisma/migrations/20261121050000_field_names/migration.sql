-- The terms of the field: what only supervisors read is confidential (sealed was taken for encrypted), a way to a person is a channel.
ALTER TABLE "category" RENAME COLUMN "sealed" TO "confidential";
ALTER TABLE "inbound" RENAME COLUMN "sealed" TO "confidential";
ALTER TABLE "outbound" RENAME COLUMN "sealed" TO "confidential";
ALTER TABLE "ticket" RENAME COLUMN "sealed" TO "confidential";

ALTER TABLE "door_state" RENAME TO "channel_state";
ALTER TABLE "channel_state" RENAME CONSTRAINT "door_state_pkey" TO "channel_state_pkey";

ALTER TABLE "wa_key" RENAME TO "whatsapp_key";
ALTER TABLE "whatsapp_key" RENAME CONSTRAINT "wa_key_pkey" TO "whatsapp_key_pkey";

ALTER TABLE "application_try" RENAME TO "lookup_attempt";
ALTER TABLE "lookup_attempt" RENAME CONSTRAINT "application_try_pkey" TO "lookup_attempt_pkey";
ALTER INDEX "application_try_chat_id_at_idx" RENAME TO "lookup_attempt_chat_id_at_idx";
ALTER SEQUENCE "application_try_id_seq" RENAME TO "lookup_attempt_id_seq";

-- Closed tickets on their way to a conversation carry the ticket as it was written then.
UPDATE "inbound"
SET "content" = jsonb_set("content" #- '{ticket,sealed}', '{ticket,confidential}', "content" #> '{ticket,sealed}')
WHERE "kind" = 'ticket changed' AND "content" #> '{ticket,sealed}' IS NOT NULL;

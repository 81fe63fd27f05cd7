-- States and kinds are enums: what is none of theirs cannot be written any more. A row with such a value stops the migration, naming it,
-- and nothing of it stays.
CREATE TYPE "Channel" AS ENUM ('telegram', 'whatsapp', 'web', 'terminal');
CREATE TYPE "ChannelHealth" AS ENUM ('starting', 'linking', 'on', 'down', 'stopped');
CREATE TYPE "InboundKind" AS ENUM ('message', 'ticket changed', 'reminder', 'application changed', 'quota opened');
CREATE TYPE "OutboundState" AS ENUM ('pending', 'sent', 'failed');
CREATE TYPE "DeliveryFailure" AS ENUM ('throttled', 'unreachable', 'blocked', 'unknown-address', 'refused', 'too-old', 'not-drawn', 'not-linked');
CREATE TYPE "TimerKind" AS ENUM ('reminder', 'quota opened');
CREATE TYPE "TicketKind" AS ENUM ('complaint', 'human');
CREATE TYPE "TicketState" AS ENUM ('new', 'assigned', 'waiting', 'answered', 'closed', 'reopened');
CREATE TYPE "TicketEventKind" AS ENUM ('opened', 'message', 'assigned', 'released', 'reply', 'note', 'closed', 'reopened', 'rated', 'undeliverable');
CREATE TYPE "Servqual" AS ENUM ('tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy');
CREATE TYPE "SlaClass" AS ENUM ('info', 'ordinary', 'supervisory');
CREATE TYPE "ComplaintLabel" AS ENUM ('app_error_crash', 'app_login', 'app_otp_email', 'app_upload', 'quota_full', 'reschedule_problem', 'payment_billing', 'data_mismatch_nik', 'delay_issuance', 'delivery_pickup', 'office_queue_wait', 'staff_conduct', 'broker_extortion', 'inconsistent_information', 'facility_access', 'other');
CREATE TYPE "HolidayStatus" AS ENUM ('certain', 'estimate');
CREATE TYPE "FactConfidence" AS ENUM ('confirmed', 'unconfirmed', 'contested');
CREATE TYPE "Role" AS ENUM ('ambassador', 'supervisor', 'admin');
CREATE TYPE "TokenKind" AS ENUM ('bearer', 'session');
CREATE TYPE "ApplicationStatus" AS ENUM ('DRAFT', 'MENUNGGU_PEMBAYARAN', 'KADALUARSA', 'TERJADWAL', 'DIJADWAL_ULANG', 'TIDAK_HADIR', 'WAWANCARA_FOTO', 'DIPERIKSA', 'DITANGGUHKAN', 'DITOLAK', 'DICETAK', 'SIAP_DIAMBIL', 'DISERAHKAN', 'DIBATALKAN');
CREATE TYPE "PollKind" AS ENUM ('application', 'office');
CREATE TYPE "QuotaUnit" AS ENUM ('office', 'ulp', 'mpp', 'ukk');
CREATE TYPE "QuotaLane" AS ENUM ('regular', 'express', 'priority', 'bap');
CREATE TYPE "QuotaHalf" AS ENUM ('day', 'morning', 'afternoon');

-- This index compares the state with a text.
DROP INDEX "outbound_pending";

ALTER TABLE "category" ALTER COLUMN "servqual" TYPE "Servqual" USING "servqual"::"Servqual",
  ALTER COLUMN "sla" TYPE "SlaClass" USING "sla"::"SlaClass",
  ALTER COLUMN "label" TYPE "ComplaintLabel" USING "label"::"ComplaintLabel";
ALTER TABLE "holiday" ALTER COLUMN "status" TYPE "HolidayStatus" USING "status"::"HolidayStatus";
ALTER TABLE "fact" ALTER COLUMN "confidence" TYPE "FactConfidence" USING "confidence"::"FactConfidence";
ALTER TABLE "chat" ALTER COLUMN "channel" TYPE "Channel" USING "channel"::"Channel";
ALTER TABLE "inbound" ALTER COLUMN "kind" TYPE "InboundKind" USING "kind"::"InboundKind";
ALTER TABLE "outbound" ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "OutboundState" USING "state"::"OutboundState",
  ALTER COLUMN "state" SET DEFAULT 'pending',
  ALTER COLUMN "failure" TYPE "DeliveryFailure" USING "failure"::"DeliveryFailure";
ALTER TABLE "ticket" ALTER COLUMN "kind" TYPE "TicketKind" USING "kind"::"TicketKind",
  ALTER COLUMN "channel" TYPE "Channel" USING "channel"::"Channel",
  ALTER COLUMN "servqual" TYPE "Servqual" USING "servqual"::"Servqual",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "TicketState" USING "state"::"TicketState",
  ALTER COLUMN "state" SET DEFAULT 'new';
ALTER TABLE "ticket_event" ALTER COLUMN "kind" TYPE "TicketEventKind" USING "kind"::"TicketEventKind";
ALTER TABLE "officer" ALTER COLUMN "role" TYPE "Role" USING "role"::"Role";
ALTER TABLE "officer_token" ALTER COLUMN "kind" TYPE "TokenKind" USING "kind"::"TokenKind";
ALTER TABLE "channel_state" ALTER COLUMN "channel" TYPE "Channel" USING "channel"::"Channel",
  ALTER COLUMN "state" TYPE "ChannelHealth" USING "state"::"ChannelHealth";
ALTER TABLE "application" ALTER COLUMN "status" TYPE "ApplicationStatus" USING "status"::"ApplicationStatus";
-- Who began to watch before statuses were written down had an empty one: nothing was told yet.
ALTER TABLE "application_watch" ALTER COLUMN "status" DROP NOT NULL,
  ALTER COLUMN "status" TYPE "ApplicationStatus" USING nullif("status", '')::"ApplicationStatus";
ALTER TABLE "registry_poll" ALTER COLUMN "kind" TYPE "PollKind" USING "kind"::"PollKind";
ALTER TABLE "quota_figure" ALTER COLUMN "unit" TYPE "QuotaUnit" USING "unit"::"QuotaUnit",
  ALTER COLUMN "lane" TYPE "QuotaLane" USING "lane"::"QuotaLane",
  ALTER COLUMN "half" TYPE "QuotaHalf" USING "half"::"QuotaHalf";
ALTER TABLE "timer" ALTER COLUMN "kind" TYPE "TimerKind" USING "kind"::"TimerKind";

CREATE INDEX "outbound_pending" ON "outbound" ("chat_id", "seq") WHERE "state" = 'pending';

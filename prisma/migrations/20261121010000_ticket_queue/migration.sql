-- The officers' queue: not closed first, then urgency, then the promised day. The second is for officers of one office.
CREATE INDEX "ticket_queue" ON "ticket" (("closed_at" IS NOT NULL), "priority", "due", "id");
CREATE INDEX "ticket_queue_office" ON "ticket" ("office", ("closed_at" IS NOT NULL), "priority", "due", "id");

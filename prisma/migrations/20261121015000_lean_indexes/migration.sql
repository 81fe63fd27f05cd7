-- Few messages belong to a ticket: an index over all of them was rewritten twice for each.
DROP INDEX "inbound_ticket_id_idx";
DROP INDEX "outbound_ticket_id_idx";
CREATE INDEX "inbound_of_ticket" ON "inbound" ("ticket_id") WHERE "ticket_id" IS NOT NULL;
CREATE INDEX "outbound_of_ticket" ON "outbound" ("ticket_id") WHERE "ticket_id" IS NOT NULL;

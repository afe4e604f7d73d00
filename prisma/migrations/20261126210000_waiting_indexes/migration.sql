-- A client's waits, those that are over included, and what was offered to one of them.
CREATE INDEX "waiting_entry_client_id_status_idx" ON "waiting_entry"("client_id", "status");
CREATE INDEX "booking_waiting_entry_id_idx" ON "booking"("waiting_entry_id");

-- Notices on their way. The rules of V1 hold.
-- state: new, sent, given-up (nobody could be reached for days), kept (nobody was to be told). delivered: the channels that
-- took it, each followed by a space. next_at: tried again from then on; whoever tries moves it ahead first. failure: what
-- went wrong last, in words.
ALTER TABLE outbox ADD COLUMN delivered TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN failure TEXT NOT NULL DEFAULT '';

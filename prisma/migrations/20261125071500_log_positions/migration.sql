-- The log in the order in which its transactions committed, without asking which transactions of the cluster still run.
-- A writer leaves each event as pending. Whoever comes next (after the commit, at a wake-up, or before reading) gives the
-- pending events of one newsroom that are committed their positions, under the row lock of the newsroom's log.

CREATE TABLE "EventPending" (
  "newsroomId" UUID NOT NULL,
  "eventId" BIGINT NOT NULL,
  CONSTRAINT "EventPending_pkey" PRIMARY KEY ("newsroomId", "eventId")
);

CREATE TABLE "EventPosition" (
  "newsroomId" UUID NOT NULL,
  "position" BIGINT NOT NULL,
  "eventId" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "EventPosition_pkey" PRIMARY KEY ("newsroomId", "position"),
  CONSTRAINT "EventPosition_event" FOREIGN KEY ("newsroomId", "eventId") REFERENCES "Event" ("newsroomId", "id")
    ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX "EventPosition_newsroomId_eventId_key" ON "EventPosition" ("newsroomId", "eventId");

CREATE TABLE "LogHead" (
  "newsroomId" UUID NOT NULL,
  "position" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  CONSTRAINT "LogHead_pkey" PRIMARY KEY ("newsroomId")
);

-- SHA-256 over the hash before and the whole content of the event, in one spelling: jsonb sorts its keys.
CREATE FUNCTION event_hash(previous bytea, e "Event") RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    e."newsroomId", e."id", e."articleId", e."seq", e."type", e."subjectId", e."actorId",
    (extract(epoch FROM e."at") * 1000)::bigint, e."data")::text, 'UTF8'))
$$;

-- Gives up to 1,000 pending events their positions. Returns how many. Read committed alone: a snapshot that is older than
-- the lock would not show what was committed while it was waited for.
CREATE FUNCTION sequence_events(newsroom uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  head "LogHead";
  ids bigint[];
  e "Event";
BEGIN
  INSERT INTO "LogHead" ("newsroomId", "position", "hash") VALUES (newsroom, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM "LogHead" WHERE "newsroomId" = newsroom FOR UPDATE;
  WITH taken AS (
    DELETE FROM "EventPending" WHERE "newsroomId" = newsroom AND "eventId" IN (
      SELECT "eventId" FROM "EventPending" WHERE "newsroomId" = newsroom ORDER BY "eventId" LIMIT 1000)
    RETURNING "eventId")
  SELECT array_agg("eventId") INTO ids FROM taken;
  IF ids IS NULL THEN RETURN 0; END IF;
  FOR e IN SELECT * FROM "Event" WHERE "newsroomId" = newsroom AND "id" = ANY (ids) ORDER BY "id" LOOP
    head."position" := head."position" + 1;
    head."hash" := event_hash(head."hash", e);
    INSERT INTO "EventPosition" ("newsroomId", "position", "eventId", "hash")
      VALUES (newsroom, head."position", e."id", head."hash");
  END LOOP;
  UPDATE "LogHead" SET "position" = head."position", "hash" = head."hash" WHERE "newsroomId" = newsroom;
  RETURN cardinality(ids);
END $$;

-- NOTIFY within a writing transaction lets all commits of the cluster wait for each other; the server sends it afterwards.
DROP TRIGGER "Event_notify" ON "Event";
DROP FUNCTION notify_event();

CREATE FUNCTION note_pending_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "EventPending" ("newsroomId", "eventId") SELECT "newsroomId", "id" FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_pending" AFTER INSERT ON "Event"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_pending_event();

-- What is there already comes in the order in which it was told until now.
DO $$
DECLARE
  head "LogHead";
  e "Event";
BEGIN
  FOR e IN SELECT * FROM "Event" ORDER BY "newsroomId", "xid", "id" LOOP
    IF head."newsroomId" IS DISTINCT FROM e."newsroomId" THEN
      IF head."newsroomId" IS NOT NULL THEN
        INSERT INTO "LogHead" VALUES (head."newsroomId", head."position", head."hash");
      END IF;
      head := ROW (e."newsroomId", 0, ''::bytea)::"LogHead";
    END IF;
    head."position" := head."position" + 1;
    head."hash" := event_hash(head."hash", e);
    INSERT INTO "EventPosition" VALUES (e."newsroomId", head."position", e."id", head."hash");
  END LOOP;
  IF head."newsroomId" IS NOT NULL THEN
    INSERT INTO "LogHead" VALUES (head."newsroomId", head."position", head."hash");
  END IF;
END $$;

DROP INDEX "Event_newsroomId_xid_id_idx";
ALTER TABLE "Event" DROP COLUMN "xid";

GRANT SELECT, INSERT, DELETE ON "EventPending" TO belegg_app;
GRANT SELECT, INSERT ON "EventPosition", "LogHead" TO belegg_app;
GRANT UPDATE ("position", "hash") ON "LogHead" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['EventPending', 'EventPosition', 'LogHead'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

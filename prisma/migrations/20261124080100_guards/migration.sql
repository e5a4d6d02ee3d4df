-- What the database itself holds to, whatever the program above it does.

-- 1. Values.

ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_number" CHECK ("number" >= 1);
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "AnnotationRevision" ADD CONSTRAINT "AnnotationRevision_verdict" CHECK ("verdict" IN ('confirmed', 'denied', 'disputed'));
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_kind" CHECK ("kind" IN ('submitted', 'withdrawn', 'approved', 'returned', 'retired'));
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_outcome" CHECK (
  CASE "outcome"
    WHEN 'orphaned' THEN "start" IS NULL AND "carryRule" IS NULL
    WHEN 'unchanged' THEN "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL
    WHEN 'moved' THEN "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL AND "carryRule" IS NULL
    WHEN 'changed' THEN "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL AND "carryRule" IS NULL AND "score" IS NOT NULL
    ELSE false
  END);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_stance" CHECK ("stance" IN ('supports', 'refutes', 'context'));
ALTER TABLE "CheckabilityMark" ADD CONSTRAINT "CheckabilityMark_reason" CHECK ("checkable" OR "reason" IS NOT NULL);
ALTER TABLE "Source" ADD CONSTRAINT "Source_origin" CHECK ("originId" IS DISTINCT FROM "id");

-- 2. No annotation on the wrong words: substr(text, start + 1, end - start) = exact.
-- A position in a long text is found by counting from its start, so many rows at once are looked up in pieces of 1,024
-- code points, each cut out once, and from a larger piece.

ALTER TABLE "ArticleRevision" ALTER COLUMN "text" SET STORAGE EXTERNAL;

CREATE FUNCTION quote_mismatch(newsroom uuid, article uuid, revision int, starts int[], ends int[], exacts text[]) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  content text;
  pieces text[];
BEGIN
  SELECT "text" INTO content FROM "ArticleRevision" WHERE "newsroomId" = newsroom AND "articleId" = article AND "number" = revision;
  IF cardinality(starts) < 64 THEN
    RETURN EXISTS (
      SELECT FROM unnest(starts, ends, exacts) AS row(s, e, x) WHERE substr(content, s + 1, e - s) IS DISTINCT FROM x);
  END IF;
  SELECT array_agg(substr(part, k * 1024 + 1, 1024) ORDER BY c, k) INTO pieces
  FROM (SELECT c, substr(content, c * 32768 + 1, 32768) AS part FROM generate_series(0, length(content) / 32768) AS c OFFSET 0) AS chunk,
       generate_series(0, 31) AS k;
  RETURN EXISTS (
    SELECT FROM unnest(starts, ends, exacts) AS row(s, e, x)
    WHERE x IS DISTINCT FROM substr(array_to_string(pieces[s / 1024 + 1 : (e - 1) / 1024 + 1], ''), s % 1024 + 1, e - s));
END $$;

CREATE FUNCTION assert_quote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  texts record;
BEGIN
  FOR texts IN
    SELECT "newsroomId", "articleId", "articleRevision",
           array_agg("start") AS starts, array_agg("end") AS ends, array_agg("exact") AS exacts
    FROM added WHERE "start" IS NOT NULL GROUP BY 1, 2, 3
  LOOP
    IF quote_mismatch(texts."newsroomId", texts."articleId", texts."articleRevision", texts.starts, texts.ends, texts.exacts) THEN
      RAISE EXCEPTION 'a selector does not match the text of revision %', texts."articleRevision" USING ERRCODE = 'check_violation', CONSTRAINT = 'quote';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER "AnnotationRevision_quote" AFTER INSERT ON "AnnotationRevision"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION assert_quote();
CREATE TRIGGER "Anchor_quote" AFTER INSERT ON "Anchor"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION assert_quote();

-- 3. Nobody approves what they wrote any part of, and nothing is approved twice.

CREATE UNIQUE INDEX "ReviewStep_one_approval" ON "ReviewStep" ("newsroomId", "annotationId", "annotationRevision", "articleRevision")
  WHERE "kind" = 'approved';

CREATE FUNCTION assert_not_own_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'approved' AND EXISTS (
    SELECT FROM "AnnotationRevision" r
    WHERE r."newsroomId" = NEW."newsroomId" AND r."annotationId" = NEW."annotationId" AND r."authorId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'an author of annotation % cannot approve it', NEW."annotationId" USING ERRCODE = 'check_violation', CONSTRAINT = 'own_work';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReviewStep_not_own_work" BEFORE INSERT ON "ReviewStep" FOR EACH ROW EXECUTE FUNCTION assert_not_own_work();

CREATE FUNCTION assert_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "CheckabilityMark" m WHERE m."newsroomId" = NEW."newsroomId" AND m."id" = NEW."markId" AND m."authorId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'mark % needs a second person', NEW."markId" USING ERRCODE = 'check_violation', CONSTRAINT = 'own_work';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CheckabilityConfirmation_second_person" BEFORE INSERT ON "CheckabilityConfirmation"
  FOR EACH ROW EXECUTE FUNCTION assert_second_person();

-- 4. Nobody cites, or repeats, a source that is retired. Whoever retires one locks its row first.

CREATE FUNCTION assert_live_source(newsroom uuid, source uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Source" s WHERE s."newsroomId" = newsroom AND s."id" = source AND s."retiredAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'source % is retired', source USING ERRCODE = 'check_violation', CONSTRAINT = 'live_source';
  END IF;
END $$;

CREATE FUNCTION assert_cited_source_lives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_live_source(NEW."newsroomId", NEW."sourceId");
  RETURN NEW;
END $$;
CREATE TRIGGER "Citation_live_source" BEFORE INSERT ON "Citation" FOR EACH ROW EXECUTE FUNCTION assert_cited_source_lives();

CREATE FUNCTION assert_origin_lives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."originId" IS NOT NULL AND NEW."retiredAt" IS NULL THEN
    PERFORM assert_live_source(NEW."newsroomId", NEW."originId");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Source_live_origin" BEFORE INSERT OR UPDATE OF "originId" ON "Source" FOR EACH ROW EXECUTE FUNCTION assert_origin_lives();

-- 5. The log wakes whoever listens, once the transaction is through.

CREATE FUNCTION notify_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('belegg_event', "newsroomId"::text) FROM (SELECT DISTINCT "newsroomId" FROM added) AS newsrooms;
  RETURN NULL;
END $$;
CREATE TRIGGER "Event_notify" AFTER INSERT ON "Event"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION notify_event();

-- 6. The role under which a newsroom's data are read and written. It owns nothing, sees one newsroom, and cannot change
-- what is append-only. Connections that serve newsrooms are opened under it, and each transaction says which newsroom it is for;
-- without that every query fails.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'belegg_app') THEN
    CREATE ROLE belegg_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT belegg_app TO %I', current_user);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO belegg_app', current_schema());
END $$;

GRANT SELECT, INSERT ON
  "Article", "ArticleRevision", "Annotation", "AnnotationRevision", "Anchor", "ReviewStep", "Source", "Citation", "Evidence",
  "CheckabilityMark", "CheckabilityConfirmation", "Report", "Event", "Membership" TO belegg_app;
GRANT SELECT ON "Newsroom" TO belegg_app;
GRANT SELECT ("id", "name", "email") ON "Account" TO belegg_app;
GRANT UPDATE ("title", "author", "date", "language", "version", "seq", "updatedAt") ON "Article" TO belegg_app;
GRANT UPDATE ("kind", "name", "aliases", "url", "note", "originId", "protected", "description", "version", "retiredAt", "updatedAt") ON "Source" TO belegg_app;
GRANT UPDATE ("roles", "disabledAt") ON "Membership" TO belegg_app;
-- Sessions of this newsroom are made and ended, never read for their secret's hash.
GRANT SELECT ("id", "kind", "name", "accountId", "newsroomId", "createdAt", "lastSeenAt", "expiresAt"), INSERT, DELETE ON "Session" TO belegg_app;
GRANT USAGE ON SEQUENCE "Event_id_seq" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Article', 'ArticleRevision', 'Annotation', 'AnnotationRevision', 'Anchor', 'ReviewStep', 'Source', 'Citation', 'Evidence',
    'CheckabilityMark', 'CheckabilityConfirmation', 'Report', 'Event', 'Membership', 'Session'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

ALTER TABLE "Newsroom" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Newsroom" USING ("id" = current_setting('belegg.newsroom')::uuid);
ALTER TABLE "Account" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Account" USING (EXISTS (SELECT FROM "Membership" m WHERE m."accountId" = "Account"."id"));

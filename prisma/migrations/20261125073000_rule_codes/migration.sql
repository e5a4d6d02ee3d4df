-- Each rule of the database has an SQLSTATE of its own (class BG), so that nobody tells them apart by English words.

CREATE OR REPLACE FUNCTION assert_quote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  texts record;
BEGIN
  FOR texts IN
    SELECT "newsroomId", "articleId", "articleRevision",
           array_agg("start") AS starts, array_agg("end") AS ends, array_agg("exact") AS exacts
    FROM added WHERE "start" IS NOT NULL GROUP BY 1, 2, 3
  LOOP
    IF quote_mismatch(
      texts."newsroomId", texts."articleId", texts."articleRevision", texts.starts, texts.ends, texts.exacts
    ) THEN
      RAISE EXCEPTION 'a selector does not match the text of revision %', texts."articleRevision"
        USING ERRCODE = 'BG001', CONSTRAINT = 'quote';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION assert_not_own_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'approved' AND EXISTS (
    SELECT FROM "AnnotationRevision" r
    WHERE r."newsroomId" = NEW."newsroomId" AND r."annotationId" = NEW."annotationId" AND r."authorId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'an author of annotation % cannot approve it', NEW."annotationId"
      USING ERRCODE = 'BG002', CONSTRAINT = 'own_work';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION assert_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "CheckabilityMark" m WHERE m."newsroomId" = NEW."newsroomId" AND m."id" = NEW."markId"
      AND m."authorId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'mark % needs a second person', NEW."markId"
      USING ERRCODE = 'BG002', CONSTRAINT = 'own_work';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION assert_live_source(newsroom uuid, source uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Source" s WHERE s."newsroomId" = newsroom AND s."id" = source AND s."retiredAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'source % is retired', source
      USING ERRCODE = 'BG003', CONSTRAINT = 'live_source';
  END IF;
END $$;

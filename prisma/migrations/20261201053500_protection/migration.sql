-- Who sees a protected source in clear, and that protection is taken away by two.

ALTER TABLE "Newsroom" ADD COLUMN "protections" INTEGER NOT NULL DEFAULT 0;
GRANT UPDATE ("protections") ON "Newsroom" TO belegg_app;

ALTER TABLE "Source" ADD COLUMN "protectedNumber" INTEGER;
UPDATE "Source" s SET "protectedNumber" = n.number FROM (
  SELECT "newsroomId", "id", row_number() OVER (PARTITION BY "newsroomId" ORDER BY "createdAt", "id") AS number
  FROM "Source" WHERE "protected") n
WHERE s."newsroomId" = n."newsroomId" AND s."id" = n."id";
ALTER TABLE "Source" ADD CONSTRAINT "Source_protected_has_number"
  CHECK (NOT "protected" OR "protectedNumber" IS NOT NULL);
CREATE UNIQUE INDEX "Source_newsroomId_protectedNumber_key" ON "Source"("newsroomId", "protectedNumber");
CREATE INDEX "Source_protected" ON "Source"("newsroomId") WHERE "protected";
GRANT UPDATE ("protectedNumber") ON "Source" TO belegg_app;

CREATE TABLE "SourceReader" (
    "newsroomId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SourceReader_pkey" PRIMARY KEY ("newsroomId","sourceId","accountId")
);
ALTER TABLE "SourceReader" ADD CONSTRAINT "SourceReader_newsroomId_sourceId_fkey"
  FOREIGN KEY ("newsroomId", "sourceId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever registered, edited or cited what is protected already knows its name.
INSERT INTO "SourceReader" ("newsroomId", "sourceId", "accountId", "createdAt")
  SELECT s."newsroomId", s."id", k."accountId", s."updatedAt"
  FROM "Source" s, LATERAL (
    SELECT e."actorId" AS "accountId" FROM "Event" e
    WHERE e."newsroomId" = s."newsroomId" AND e."subjectId" = s."id" AND e."type" IN ('source.created', 'source.edited')
    UNION SELECT r."authorId" FROM "Citation" c JOIN "AnnotationRevision" r
      ON r."newsroomId" = c."newsroomId" AND r."annotationId" = c."annotationId" AND r."number" = c."annotationRevision"
    WHERE c."newsroomId" = s."newsroomId" AND c."sourceId" = s."id") k
  WHERE s."protected";

CREATE TABLE "ProtectionRemoval" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sourceRevision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProtectionRemoval_pkey" PRIMARY KEY ("newsroomId","id")
);
CREATE INDEX "ProtectionRemoval_newsroomId_sourceId_idx" ON "ProtectionRemoval"("newsroomId", "sourceId");
ALTER TABLE "ProtectionRemoval" ADD CONSTRAINT "ProtectionRemoval_newsroomId_sourceId_fkey"
  FOREIGN KEY ("newsroomId", "sourceId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ProtectionRemovalConfirmation" (
    "newsroomId" UUID NOT NULL,
    "removalId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProtectionRemovalConfirmation_pkey" PRIMARY KEY ("newsroomId","removalId")
);
ALTER TABLE "ProtectionRemovalConfirmation" ADD CONSTRAINT "ProtectionRemovalConfirmation_removal"
  FOREIGN KEY ("newsroomId", "removalId") REFERENCES "ProtectionRemoval"("newsroomId", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION assert_another_confirms_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "ProtectionRemoval" p
    WHERE p."newsroomId" = NEW."newsroomId" AND p."id" = NEW."removalId" AND p."actorId" = NEW."actorId") THEN
    RAISE EXCEPTION 'removal % needs a second person', NEW."removalId"
      USING ERRCODE = 'BG020', CONSTRAINT = 'second_person';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ProtectionRemovalConfirmation_second_person" BEFORE INSERT ON "ProtectionRemovalConfirmation"
  FOR EACH ROW EXECUTE FUNCTION assert_another_confirms_removal();

CREATE FUNCTION assert_removal_is_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "ProtectionRemoval" p JOIN "ProtectionRemovalConfirmation" c
    ON c."newsroomId" = p."newsroomId" AND c."removalId" = p."id"
    WHERE p."newsroomId" = NEW."newsroomId" AND p."sourceId" = NEW."id" AND p."sourceRevision" = OLD."revision"
      AND p."withdrawnAt" IS NULL) THEN
    RAISE EXCEPTION 'protection of source % is taken away by two', NEW."id"
      USING ERRCODE = 'BG021', CONSTRAINT = 'protection_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Source_protection_stands" BEFORE UPDATE OF "protected" ON "Source"
  FOR EACH ROW WHEN (OLD."protected" AND NOT NEW."protected") EXECUTE FUNCTION assert_removal_is_confirmed();

GRANT SELECT, INSERT, DELETE ON "SourceReader" TO belegg_app;
GRANT SELECT, INSERT ON "ProtectionRemoval", "ProtectionRemovalConfirmation" TO belegg_app;
GRANT UPDATE ("withdrawnAt") ON "ProtectionRemoval" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['SourceReader', 'ProtectionRemoval', 'ProtectionRemovalConfirmation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

-- A citation names the revision of the source that it cites, so that nothing can be exchanged under an approval. What was
-- cited until now is each source as it stands: revision 1. The heads are projected anew by the program when it starts.

ALTER TABLE "Source" RENAME COLUMN "version" TO "revision";
ALTER TABLE "Source"
  ADD COLUMN "domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "distinct" BOOLEAN NOT NULL DEFAULT false;
UPDATE "Source" SET "revision" = 1;

CREATE TABLE "SourceRevision" (
    "newsroomId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "url" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "originId" UUID,
    "distinct" BOOLEAN NOT NULL DEFAULT false,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SourceRevision_pkey" PRIMARY KEY ("newsroomId","sourceId","number"),
    CONSTRAINT "SourceRevision_number" CHECK ("number" >= 1)
);
ALTER TABLE "SourceRevision" ADD CONSTRAINT "SourceRevision_newsroomId_sourceId_fkey"
  FOREIGN KEY ("newsroomId", "sourceId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who said so last, as the log has it.
INSERT INTO "SourceRevision" ("newsroomId", "sourceId", "number", "kind", "name", "aliases", "url", "note", "originId",
    "protected", "description", "actorId", "createdAt")
  SELECT s."newsroomId", s."id", 1, s."kind", s."name", s."aliases", s."url", s."note", s."originId", s."protected",
    s."description", (
      SELECT e."actorId" FROM "Event" e
      WHERE e."newsroomId" = s."newsroomId" AND e."subjectId" = s."id" AND e."type" IN ('source.created', 'source.edited')
      ORDER BY e."id" DESC LIMIT 1), s."updatedAt"
  FROM "Source" s;

ALTER TABLE "Citation"
  ADD COLUMN "sourceRevision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "relaysSaid" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "relaysId" UUID,
  ADD COLUMN "lineage" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Citation" ALTER COLUMN "sourceRevision" DROP DEFAULT;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_said" CHECK ("relaysSaid" OR "relaysId" IS NULL);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_repeats_another" CHECK ("relaysId" IS DISTINCT FROM "sourceId");

WITH RECURSIVE chain AS (
  SELECT s."newsroomId", s."id" AS start, s."originId" AS id, ARRAY[s."id", s."originId"] AS path
  FROM "Source" s WHERE s."originId" IS NOT NULL
  UNION ALL
  SELECT c."newsroomId", c.start, s."originId", c.path || s."originId"
  FROM chain c JOIN "Source" s ON s."newsroomId" = c."newsroomId" AND s."id" = c.id
  WHERE s."originId" IS NOT NULL AND s."originId" <> ALL(c.path)
), lineages AS (
  SELECT "newsroomId", start,
    jsonb_agg(jsonb_build_object('sourceId', id, 'sourceRevision', 1) ORDER BY cardinality(path)) AS lineage
  FROM chain GROUP BY 1, 2
)
UPDATE "Citation" c SET "lineage" = l.lineage FROM lineages l
WHERE l."newsroomId" = c."newsroomId" AND l.start = c."sourceId";

ALTER TABLE "Citation" DROP CONSTRAINT "Citation_newsroomId_sourceId_fkey";
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_source" FOREIGN KEY ("newsroomId", "sourceId", "sourceRevision")
  REFERENCES "SourceRevision"("newsroomId", "sourceId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_relays" FOREIGN KEY ("newsroomId", "relaysId")
  REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

CREATE OR REPLACE FUNCTION assert_cited_source_lives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_live_source(NEW."newsroomId", NEW."sourceId");
  IF NEW."relaysId" IS NOT NULL THEN
    PERFORM assert_live_source(NEW."newsroomId", NEW."relaysId");
  END IF;
  RETURN NEW;
END $$;

CREATE TABLE "NoDifference" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "sourceRevision" INTEGER NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoDifference_pkey" PRIMARY KEY ("newsroomId","annotationId","sourceId","sourceRevision")
);
CREATE INDEX "NoDifference_newsroomId_articleId_idx" ON "NoDifference"("newsroomId", "articleId");
ALTER TABLE "NoDifference" ADD CONSTRAINT "NoDifference_newsroomId_annotationId_fkey"
  FOREIGN KEY ("newsroomId", "annotationId") REFERENCES "Annotation"("newsroomId", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NoDifference" ADD CONSTRAINT "NoDifference_source" FOREIGN KEY ("newsroomId", "sourceId", "sourceRevision")
  REFERENCES "SourceRevision"("newsroomId", "sourceId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

DELETE FROM "ArticleHead";
ALTER TABLE "AnnotationHead" ADD COLUMN "noDifference" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "HeadCitation" DROP CONSTRAINT "HeadCitation_pkey",
  ADD COLUMN "depth" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "sourceRevision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "settledRevision" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "HeadCitation_pkey" PRIMARY KEY ("newsroomId", "annotationId", "position", "depth");

GRANT SELECT, INSERT ON "SourceRevision", "NoDifference" TO belegg_app;
GRANT UPDATE ("domains", "distinct", "revision") ON "Source" TO belegg_app;
GRANT UPDATE ("noDifference") ON "AnnotationHead" TO belegg_app;
GRANT UPDATE ("sourceRevision", "settledRevision") ON "HeadCitation" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['SourceRevision', 'NoDifference'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

-- What holds now stands in one row. The rows of existing annotations and articles are projected by the program when it
-- starts, since the rules are its own: an article without an "ArticleHead" is one that waits for it.

ALTER TABLE "Article" ADD COLUMN "changedSeq" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "segmentation" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "cutId" UUID NOT NULL DEFAULT gen_random_uuid();

UPDATE "Article" a SET
  "revision" = coalesce((
    SELECT max(t."number") FROM "ArticleRevision" t
    WHERE t."newsroomId" = a."newsroomId" AND t."articleId" = a."id"), 0),
  "segmentation" = coalesce((
    SELECT max(g."number") FROM "Segmentation" g
    WHERE g."newsroomId" = a."newsroomId" AND g."articleId" = a."id" AND g."articleRevision" = (
      SELECT max(t."number") FROM "ArticleRevision" t WHERE t."newsroomId" = a."newsroomId" AND t."articleId" = a."id")), 0),
  "changedSeq" = coalesce((
    SELECT max(e."seq") FROM "Event" e
    WHERE e."newsroomId" = a."newsroomId" AND e."articleId" = a."id"
      AND e."type" NOT IN ('report.published', 'report.unpublished')), 0);

CREATE TABLE "ArticleHead" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "byState" JSONB NOT NULL,
    "signedOffRevision" INTEGER,

    CONSTRAINT "ArticleHead_pkey" PRIMARY KEY ("newsroomId","articleId")
);

CREATE TABLE "AnnotationHead" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "madeOn" INTEGER NOT NULL,
    "currentRevision" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "start" INTEGER,
    "end" INTEGER,
    "selector" JSONB NOT NULL,
    "shownOn" INTEGER NOT NULL,
    "citations" JSONB NOT NULL,
    "authorIds" UUID[],
    "steps" JSONB NOT NULL,
    "carriedOnto" INTEGER[],
    "version" INTEGER NOT NULL,
    "queueKey" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnnotationHead_pkey" PRIMARY KEY ("newsroomId","id")
);

CREATE TABLE "HeadCitation" (
    "newsroomId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceId" UUID NOT NULL,
    "stance" TEXT NOT NULL,

    CONSTRAINT "HeadCitation_pkey" PRIMARY KEY ("newsroomId","annotationId","position")
);

CREATE INDEX "AnnotationHead_newsroomId_articleId_start_idx" ON "AnnotationHead"("newsroomId", "articleId", "start");
CREATE INDEX "AnnotationHead_newsroomId_status_queueKey_idx" ON "AnnotationHead"("newsroomId", "status", "queueKey");
CREATE INDEX "HeadCitation_newsroomId_sourceId_annotationId_idx" ON "HeadCitation"("newsroomId", "sourceId", "annotationId");

ALTER TABLE "ArticleHead" ADD CONSTRAINT "ArticleHead_newsroomId_articleId_fkey"
  FOREIGN KEY ("newsroomId", "articleId") REFERENCES "Article"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AnnotationHead" ADD CONSTRAINT "AnnotationHead_newsroomId_id_fkey"
  FOREIGN KEY ("newsroomId", "id") REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HeadCitation" ADD CONSTRAINT "HeadCitation_newsroomId_annotationId_fkey"
  FOREIGN KEY ("newsroomId", "annotationId") REFERENCES "AnnotationHead"("newsroomId", "id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "HeadCitation" ADD CONSTRAINT "HeadCitation_newsroomId_sourceId_fkey"
  FOREIGN KEY ("newsroomId", "sourceId") REFERENCES "Source"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT ON "ArticleHead", "AnnotationHead", "HeadCitation" TO belegg_app;
GRANT UPDATE ("changedSeq", "revision", "segmentation", "cutId") ON "Article" TO belegg_app;
GRANT UPDATE ("byState", "signedOffRevision") ON "ArticleHead" TO belegg_app;
GRANT UPDATE ("status", "verdict", "rationale", "revision", "madeOn", "currentRevision", "outcome", "score", "start", "end",
  "selector", "shownOn", "citations", "authorIds", "steps", "carriedOnto", "version", "queueKey", "updatedAt")
  ON "AnnotationHead" TO belegg_app;
GRANT UPDATE ("sourceId", "stance"), DELETE ON "HeadCitation" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ArticleHead', 'AnnotationHead', 'HeadCitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

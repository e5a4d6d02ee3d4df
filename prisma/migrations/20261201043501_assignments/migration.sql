-- Who is asked to do what on an article, until when. The row says what holds now; the log says how it came about.

CREATE TABLE "Assignment" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationId" UUID,
    "articleRevision" INTEGER NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "place" JSONB,
    "kind" TEXT NOT NULL,
    "assigneeId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "comment" TEXT NOT NULL DEFAULT '',
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("newsroomId","id"),
    CONSTRAINT "Assignment_kind" CHECK ("kind" IN ('check', 'review', 'legal')),
    CONSTRAINT "Assignment_state" CHECK (
      "state" IN ('open', 'done', 'handedBack', 'withdrawn')
        AND ("state" = 'open') = ("closedAt" IS NULL) AND ("closedAt" IS NULL) = ("closedById" IS NULL)),
    CONSTRAINT "Assignment_passage" CHECK (
      CASE WHEN "start" IS NULL THEN "end" IS NULL AND "exact" IS NULL AND "prefix" IS NULL AND "suffix" IS NULL
        ELSE "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL AND "annotationId" IS NULL END)
);

CREATE INDEX "Assignment_newsroomId_articleId_state_idx" ON "Assignment"("newsroomId", "articleId", "state");
CREATE INDEX "Assignment_newsroomId_state_assigneeId_idx" ON "Assignment"("newsroomId", "state", "assigneeId");
CREATE INDEX "Assignment_newsroomId_annotationId_idx" ON "Assignment"("newsroomId", "annotationId");

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision")
  REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_annotation" FOREIGN KEY ("newsroomId", "annotationId")
  REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

CREATE TRIGGER "Assignment_quote" AFTER INSERT ON "Assignment"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION assert_quote();

GRANT SELECT, INSERT ON "Assignment" TO belegg_app;
GRANT UPDATE ("place", "assigneeId", "dueAt", "note", "state", "comment", "closedById", "closedAt", "version")
  ON "Assignment" TO belegg_app;

ALTER TABLE "Assignment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Assignment" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

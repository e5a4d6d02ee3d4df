-- What one author is typing on an annotation: changed in place, without history, until a revision takes it in.

CREATE TABLE "Draft" (
    "newsroomId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotationRevision" INTEGER NOT NULL,
    "version" UUID NOT NULL,
    "statement" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "awaitedSince" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("newsroomId","annotationId","authorId")
);

CREATE INDEX "Draft_newsroomId_articleId_idx" ON "Draft"("newsroomId", "articleId");

ALTER TABLE "Draft" ADD CONSTRAINT "Draft_newsroomId_annotationId_fkey"
  FOREIGN KEY ("newsroomId", "annotationId") REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON "Draft" TO belegg_app;
GRANT UPDATE ("annotationRevision", "version", "statement", "updatedAt", "awaitedSince") ON "Draft" TO belegg_app;
ALTER TABLE "Draft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Draft" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

-- What people say to each other about an article, a passage of it or an annotation. All of it is append-only but how far
-- somebody has read.

CREATE TABLE "Thread" (
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
    "askedId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("newsroomId","id"),
    CONSTRAINT "Thread_passage" CHECK (
      CASE WHEN "start" IS NULL THEN "end" IS NULL AND "prefix" IS NULL AND "suffix" IS NULL
        ELSE "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL AND "annotationId" IS NULL END)
);

CREATE TABLE "ThreadComment" (
    "newsroomId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[] NOT NULL,
    "authorId" UUID NOT NULL,
    "writtenBy" TEXT,
    "writtenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadComment_pkey" PRIMARY KEY ("newsroomId","threadId","number","revision"),
    CONSTRAINT "ThreadComment_numbers" CHECK ("number" >= 1 AND "revision" >= 1)
);

CREATE TABLE "ThreadStep" (
    "newsroomId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadStep_pkey" PRIMARY KEY ("newsroomId","threadId","number"),
    CONSTRAINT "ThreadStep_kind" CHECK ("kind" IN ('resolved', 'reopened'))
);

CREATE TABLE "ThreadAnchor" (
    "newsroomId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,

    CONSTRAINT "ThreadAnchor_pkey" PRIMARY KEY ("newsroomId","threadId","articleRevision"),
    CONSTRAINT "ThreadAnchor_outcome" CHECK (
      CASE WHEN "outcome" = 'orphaned' THEN "start" IS NULL
        ELSE "outcome" IN ('unchanged', 'moved', 'changed') AND "start" >= 0 AND "end" > "start" AND "exact" IS NOT NULL
          AND ("outcome" = 'changed') = ("score" IS NOT NULL) END)
);

CREATE TABLE "ThreadReading" (
    "newsroomId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "upTo" INTEGER NOT NULL,

    CONSTRAINT "ThreadReading_pkey" PRIMARY KEY ("newsroomId","threadId","accountId")
);

CREATE INDEX "Thread_newsroomId_articleId_idx" ON "Thread"("newsroomId", "articleId");
CREATE INDEX "Thread_newsroomId_annotationId_idx" ON "Thread"("newsroomId", "annotationId");
CREATE INDEX "Thread_newsroomId_askedId_idx" ON "Thread"("newsroomId", "askedId");

ALTER TABLE "Thread" ADD CONSTRAINT "Thread_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision")
  REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_annotation" FOREIGN KEY ("newsroomId", "annotationId")
  REFERENCES "Annotation"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "ThreadAnchor" ADD CONSTRAINT "ThreadAnchor_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision")
  REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ThreadAnchor" ADD CONSTRAINT "ThreadAnchor_newsroomId_threadId_fkey" FOREIGN KEY ("newsroomId", "threadId")
  REFERENCES "Thread"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ThreadComment" ADD CONSTRAINT "ThreadComment_newsroomId_threadId_fkey" FOREIGN KEY ("newsroomId", "threadId")
  REFERENCES "Thread"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ThreadStep" ADD CONSTRAINT "ThreadStep_newsroomId_threadId_fkey" FOREIGN KEY ("newsroomId", "threadId")
  REFERENCES "Thread"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ThreadReading" ADD CONSTRAINT "ThreadReading_newsroomId_threadId_fkey" FOREIGN KEY ("newsroomId", "threadId")
  REFERENCES "Thread"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "Thread_quote" AFTER INSERT ON "Thread"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION assert_quote();
CREATE TRIGGER "ThreadAnchor_quote" AFTER INSERT ON "ThreadAnchor"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION assert_quote();

-- Nobody puts words into another's mouth.
CREATE FUNCTION assert_own_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."revision" > 1 AND NOT EXISTS (
    SELECT FROM "ThreadComment" c
    WHERE c."newsroomId" = NEW."newsroomId" AND c."threadId" = NEW."threadId" AND c."number" = NEW."number"
      AND c."revision" = NEW."revision" - 1 AND c."authorId" = NEW."authorId" AND c."writtenBy" IS NULL
  ) THEN
    RAISE EXCEPTION 'comment % of thread % is not theirs', NEW."number", NEW."threadId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'own_comment';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ThreadComment_own" BEFORE INSERT ON "ThreadComment" FOR EACH ROW EXECUTE FUNCTION assert_own_comment();

GRANT SELECT, INSERT ON "Thread", "ThreadComment", "ThreadStep", "ThreadAnchor", "ThreadReading" TO belegg_app;
GRANT UPDATE ("upTo") ON "ThreadReading" TO belegg_app;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Thread', 'ThreadComment', 'ThreadStep', 'ThreadAnchor', 'ThreadReading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY newsroom ON %I USING ("newsroomId" = current_setting(''belegg.newsroom'')::uuid)', name);
  END LOOP;
END $$;

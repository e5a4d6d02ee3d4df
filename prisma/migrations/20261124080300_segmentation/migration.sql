-- CreateTable
CREATE TABLE "Segmentation" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "articleRevision" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "sentences" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Segmentation_pkey" PRIMARY KEY ("newsroomId","articleId","articleRevision","number")
);

-- AddForeignKey
ALTER TABLE "Segmentation" ADD CONSTRAINT "Segmentation_text" FOREIGN KEY ("newsroomId", "articleId", "articleRevision") REFERENCES "ArticleRevision"("newsroomId", "articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Segmentation" ADD CONSTRAINT "Segmentation_number" CHECK ("number" >= 1);
GRANT SELECT, INSERT ON "Segmentation" TO belegg_app;
ALTER TABLE "Segmentation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Segmentation" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

-- A mark is of words, not of a number that changes when sentences are split or joined.
ALTER TABLE "CheckabilityMark" ADD COLUMN "start" INTEGER, ADD COLUMN "end" INTEGER, ADD COLUMN "undoesId" UUID;
UPDATE "CheckabilityMark" m SET
  "start" = (t."sentences" -> m."sentence" ->> 'start')::int,
  "end" = (t."sentences" -> m."sentence" ->> 'end')::int
FROM "ArticleRevision" t
WHERE t."newsroomId" = m."newsroomId" AND t."articleId" = m."articleId" AND t."number" = m."articleRevision";
ALTER TABLE "CheckabilityMark" ALTER COLUMN "start" SET NOT NULL, ALTER COLUMN "end" SET NOT NULL, DROP COLUMN "sentence";
ALTER TABLE "CheckabilityMark" ADD CONSTRAINT "CheckabilityMark_range" CHECK ("start" >= 0 AND "end" > "start");

-- A step can be undone. An approval that was undone counts no more, and then the same words can be approved again: once in
-- each round, and each undoing begins a new one. The database counts the rounds itself.
ALTER TABLE "ReviewStep" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ReviewStep" DROP CONSTRAINT "ReviewStep_kind";
ALTER TABLE "ReviewStep" ADD CONSTRAINT "ReviewStep_kind" CHECK ("kind" IN ('submitted', 'withdrawn', 'approved', 'returned', 'retired', 'undone'));

CREATE FUNCTION set_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT count(*) INTO NEW."round" FROM "ReviewStep" s
  WHERE s."newsroomId" = NEW."newsroomId" AND s."annotationId" = NEW."annotationId" AND s."kind" = 'undone';
  RETURN NEW;
END $$;
CREATE TRIGGER "ReviewStep_round" BEFORE INSERT ON "ReviewStep" FOR EACH ROW EXECUTE FUNCTION set_round();

DROP INDEX "ReviewStep_one_approval";
CREATE UNIQUE INDEX "ReviewStep_one_approval" ON "ReviewStep" ("newsroomId", "annotationId", "annotationRevision", "articleRevision", "round")
  WHERE "kind" = 'approved';

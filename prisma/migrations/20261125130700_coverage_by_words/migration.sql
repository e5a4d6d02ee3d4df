-- Coverage counts words. The rules are the program's own, so it projects the heads of all articles anew when it starts.
-- No fact changes: what was approved is approved, marks stand as they were, frozen reports keep their bytes.

ALTER TABLE "Newsroom" ADD COLUMN "longestPassage" INTEGER NOT NULL DEFAULT 3
  CONSTRAINT "Newsroom_longestPassage" CHECK ("longestPassage" BETWEEN 1 AND 100);

ALTER TABLE "CheckabilityMark" ADD COLUMN "rest" JSONB;
ALTER TABLE "CheckabilityMark" ADD CONSTRAINT "CheckabilityMark_rest" CHECK (
  "rest" IS NULL OR jsonb_typeof("rest") = 'array' AND jsonb_array_length("rest") > 0 AND NOT "checkable"
    AND ("rest"->0->>'start')::int >= "start" AND ("rest"->-1->>'end')::int <= "end");

DELETE FROM "ArticleHead";
ALTER TABLE "ArticleHead" ADD COLUMN "words" JSONB NOT NULL;
GRANT UPDATE ("words") ON "ArticleHead" TO belegg_app;

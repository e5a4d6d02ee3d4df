-- What the public is told of a newsroom, and whether it may find a published report without having its address. What was
-- published before stays where it is: for those who have the address.

ALTER TABLE "Newsroom" ADD COLUMN "homepage" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "logo" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "correctionsPolicy" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "profileVersion" INTEGER NOT NULL DEFAULT 1;
GRANT UPDATE ("homepage", "logo", "correctionsPolicy", "profileVersion") ON "Newsroom" TO belegg_app;

ALTER TABLE "Publication" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "articleUrl" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "title" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "summary" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "language" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT "Publication_listed" CHECK (NOT "listed" OR ("reportId" IS NOT NULL AND "title" <> ''));
CREATE INDEX "Publication_newsroomId_eventId_idx" ON "Publication"("newsroomId", "eventId");

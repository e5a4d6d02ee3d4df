-- What a newsroom asks of a claim before it is submitted, and why one was submitted without. What was submitted or approved
-- before stands as it is.

ALTER TABLE "Newsroom" ADD COLUMN "sourceRule" TEXT NOT NULL DEFAULT 'one'
  CONSTRAINT "Newsroom_sourceRule" CHECK ("sourceRule" IN ('none', 'one', 'strong'));
ALTER TABLE "Newsroom" ADD COLUMN "settingsVersion" INTEGER NOT NULL DEFAULT 1;
GRANT UPDATE ("sourceRule", "longestPassage", "settingsVersion") ON "Newsroom" TO belegg_app;

ALTER TABLE "ReviewStep" ADD COLUMN "withoutSources" TEXT NOT NULL DEFAULT ''
  CONSTRAINT "ReviewStep_withoutSources" CHECK ("withoutSources" = '' OR "kind" = 'submitted');

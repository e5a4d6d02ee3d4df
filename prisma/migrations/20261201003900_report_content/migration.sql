-- What a report says, as a digest: so that "changed since" compares contents. Reports from before have none; whether they
-- are current is told by the log, as it was.

ALTER TABLE "Report" ADD COLUMN "contentSha256" TEXT
  CONSTRAINT "Report_contentSha256" CHECK ("contentSha256" ~ '^[0-9a-f]{64}$');

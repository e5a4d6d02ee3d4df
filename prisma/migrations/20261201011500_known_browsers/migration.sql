-- Failed sign-ins are counted by name and by network; a browser in which somebody signed in before has a count of its own.
-- Failures that were counted before go on counting for their name.

ALTER TABLE "SignInFailure" RENAME COLUMN "email" TO "subject";
ALTER INDEX "SignInFailure_email_at_idx" RENAME TO "SignInFailure_subject_at_idx";
UPDATE "SignInFailure" SET "subject" = 'name ' || "subject";

CREATE TABLE "KnownBrowser" (
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "secretHash" BYTEA NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "KnownBrowser_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "KnownBrowser_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "KnownBrowser_secretHash_accountId_key" ON "KnownBrowser"("secretHash", "accountId");
CREATE INDEX "KnownBrowser_accountId_idx" ON "KnownBrowser"("accountId");

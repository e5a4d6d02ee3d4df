-- What was answered to calls that bear an Idempotency-Key, for a day.

CREATE TABLE "IdempotencyKey" (
  "newsroomId" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "digest" BYTEA NOT NULL,
  "answer" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("newsroomId", "accountId", "key")
);
CREATE INDEX "IdempotencyKey_newsroomId_createdAt_idx" ON "IdempotencyKey"("newsroomId", "createdAt");

GRANT SELECT, INSERT, DELETE ON "IdempotencyKey" TO belegg_app;
GRANT UPDATE ("digest", "answer", "createdAt") ON "IdempotencyKey" TO belegg_app;
ALTER TABLE "IdempotencyKey" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "IdempotencyKey" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

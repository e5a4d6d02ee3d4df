-- What people are told of, how far the log was looked through for it, and what they chose to be told of.

CREATE TABLE "Notification" (
  "newsroomId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "actorId" UUID,
  "articleId" UUID,
  "annotationId" UUID,
  "threadId" UUID,
  "count" INTEGER,
  "isShown" BOOLEAN NOT NULL,
  "byMail" BOOLEAN NOT NULL,
  "readAt" TIMESTAMPTZ(3),
  "mailId" UUID,
  "mailedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Notification_pkey" PRIMARY KEY ("newsroomId", "id"),
  CONSTRAINT "Notification_member" FOREIGN KEY ("newsroomId", "accountId") REFERENCES "Membership"("newsroomId", "accountId") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Notification_newsroomId_accountId_key_key" ON "Notification"("newsroomId", "accountId", "key");
CREATE INDEX "Notification_newsroomId_accountId_id_idx" ON "Notification"("newsroomId", "accountId", "id");
CREATE INDEX "Notification_newsroomId_mailId_idx" ON "Notification"("newsroomId", "mailId");

CREATE TABLE "NotificationCursor" (
  "newsroomId" UUID NOT NULL,
  "position" BIGINT NOT NULL,
  CONSTRAINT "NotificationCursor_pkey" PRIMARY KEY ("newsroomId")
);
-- Nobody is told of what happened before.
INSERT INTO "NotificationCursor" ("newsroomId", "position") SELECT "newsroomId", "position" FROM "LogHead";

CREATE TABLE "NotificationChoice" (
  "newsroomId" UUID NOT NULL,
  "accountId" UUID NOT NULL,
  "offInPage" TEXT[],
  "offByMail" TEXT[],
  "rhythm" TEXT NOT NULL,
  "quietFrom" INTEGER NOT NULL,
  "quietUntil" INTEGER NOT NULL,
  "language" TEXT NOT NULL,
  CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("newsroomId", "accountId"),
  CONSTRAINT "NotificationChoice_member" FOREIGN KEY ("newsroomId", "accountId") REFERENCES "Membership"("newsroomId", "accountId") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT ON "Notification" TO belegg_app;
GRANT UPDATE ("readAt", "mailId", "mailedAt") ON "Notification" TO belegg_app;
ALTER TABLE "Notification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Notification" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

GRANT SELECT, INSERT ON "NotificationCursor" TO belegg_app;
GRANT UPDATE ("position") ON "NotificationCursor" TO belegg_app;
ALTER TABLE "NotificationCursor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "NotificationCursor" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

GRANT SELECT, INSERT ON "NotificationChoice" TO belegg_app;
GRANT UPDATE ("offInPage", "offByMail", "rhythm", "quietFrom", "quietUntil", "language") ON "NotificationChoice" TO belegg_app;
ALTER TABLE "NotificationChoice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "NotificationChoice" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

-- Where a newsroom's news are sent, how far each receiver is in the log, and what was sent to it.

CREATE TABLE "Webhook" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "types" TEXT[] NOT NULL,
    "position" BIGINT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("newsroomId","id")
);

CREATE TABLE "WebhookDelivery" (
    "newsroomId" UUID NOT NULL,
    "webhookId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attemptedAt" TIMESTAMPTZ(3),
    "status" INTEGER,
    "error" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("newsroomId","webhookId","id"),
    CONSTRAINT "WebhookDelivery_state" CHECK ("state" IN ('waiting', 'delivered', 'failed'))
);

ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_newsroomId_webhookId_fkey" FOREIGN KEY ("newsroomId", "webhookId") REFERENCES "Webhook"("newsroomId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

GRANT SELECT, INSERT, DELETE ON "Webhook" TO belegg_app;
GRANT UPDATE ("position") ON "Webhook" TO belegg_app;
GRANT SELECT, INSERT, DELETE ON "WebhookDelivery" TO belegg_app;
GRANT UPDATE ("state", "attempts", "attemptedAt", "status", "error") ON "WebhookDelivery" TO belegg_app;
ALTER TABLE "Webhook" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Webhook" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);
ALTER TABLE "WebhookDelivery" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "WebhookDelivery" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

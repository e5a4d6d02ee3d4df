-- CreateTable
CREATE TABLE "PublicAddress" (
    "newsroomId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublicAddress_pkey" PRIMARY KEY ("newsroomId","articleId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "newsroomId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "reportId" UUID,
    "actorId" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("newsroomId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PublicAddress_token_key" ON "PublicAddress"("token");

-- CreateIndex
CREATE INDEX "Publication_newsroomId_articleId_eventId_idx" ON "Publication"("newsroomId", "articleId", "eventId");

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_newsroomId_reportId_fkey" FOREIGN KEY ("newsroomId", "reportId") REFERENCES "Report"("newsroomId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The newsroom's role may add and read; an address and what was published stay.
GRANT SELECT, INSERT ON "PublicAddress", "Publication" TO belegg_app;
ALTER TABLE "PublicAddress" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "PublicAddress" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);
ALTER TABLE "Publication" ENABLE ROW LEVEL SECURITY;
CREATE POLICY newsroom ON "Publication" USING ("newsroomId" = current_setting('belegg.newsroom')::uuid);

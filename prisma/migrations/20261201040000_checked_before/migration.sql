-- What was checked before is found by the words of its passage. The index holds approved claims alone, so that a draft
-- costs nothing; without a list of what is still to be put in, so that no look-up waits for it.
CREATE INDEX "AnnotationHead_checked" ON "AnnotationHead" USING gin (words_of("selector" #>> '{1,exact}'))
  WITH (fastupdate = off) WHERE "status" = 'approved';

-- The approved annotations of the newsroom that is set which have most in common with what is looked for, but one. `terms`
-- holds lists of spellings, in small letters, each list of one thing. What fewer have tells more; of what more than 2,000
-- have, that many are looked at. It runs as the owner of the tables, as `articles_with` does, and by indexes of words
-- alone: a planner that does not know the words would go through all claims.
CREATE FUNCTION checked_like(terms jsonb, but uuid, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  SET enable_seqscan = off SET enable_indexscan = off SET jit = off AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
BEGIN
  RETURN QUERY
  WITH wanted AS (
    SELECT t."n", (
      SELECT string_agg('(' || "query" || ')', ' | ')::tsquery
      FROM jsonb_array_elements_text(t."spellings") AS s("spelling"), unnest(ARRAY[
        phraseto_tsquery('pg_catalog.norwegian', "spelling")::text,
        phraseto_tsquery('pg_catalog.english', "spelling")::text]) AS q("query")
      WHERE "query" <> '') AS "query"
    FROM jsonb_array_elements(terms) WITH ORDINALITY AS t("spellings", "n")
  ), hits AS (
    SELECT h."id", count(*) OVER (PARTITION BY w."n") AS "among"
    FROM wanted w CROSS JOIN LATERAL (
      SELECT c."id" FROM "AnnotationHead" c
      WHERE c."newsroomId" = newsroom AND c."status" = 'approved' AND c."id" <> but
        AND words_of(c."selector" #>> '{1,exact}') @@ w."query"
      LIMIT 2000) h
    WHERE w."query" IS NOT NULL
  )
  SELECT hits."id" FROM hits GROUP BY hits."id" ORDER BY sum(1 / ln(hits."among" + 2)) DESC, hits."id" DESC LIMIT most;
END $$;

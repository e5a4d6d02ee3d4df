-- Articles, claims, sources and people are found by words, and names also where they are misspelled.

-- No look-up waits for a list of what is still to be put into an index.
ALTER INDEX "ArticleRevision_words" SET (fastupdate = off);
SELECT gin_clean_pending_list('"ArticleRevision_words"'::regclass);

CREATE INDEX "AnnotationRevision_words" ON "AnnotationRevision" USING gin (words_of("exact" || ' ' || "rationale"))
  WITH (fastupdate = off);

-- Names without case and accents. These stand in indexes, which may be made with an empty search path: they call nothing of
-- ours. What a source is called:
CREATE FUNCTION names_of(name text, aliases text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(array_to_string(name || aliases, ' '),
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞČĐŊŠŦŽàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþčđŋšŧž',
    'aaaaaaaceeeeiiiidnoooooouuuuytcdnstzaaaaaaaceeeeiiiidnoooooouuuuytcdnstz'))
$$;
-- The line that tells of an article in a list:
CREATE FUNCTION heading_of(title text, author text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(title || ' ' || author,
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞČĐŊŠŦŽàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþčđŋšŧž',
    'aaaaaaaceeeeiiiidnoooooouuuuytcdnstzaaaaaaaceeeeiiiidnoooooouuuuytcdnstz'))
$$;

CREATE FUNCTION folded(content text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT names_of(content, '{}') $$;

-- A part of a name as LIKE wants it.
CREATE FUNCTION holding(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT '%' || regexp_replace(words, '([\\%_])', '\\\1', 'g') || '%' $$;

-- Trigrams find what is misspelled. The extension may be made by whoever owns the database, from PostgreSQL 13 on. Where
-- it may not, or is not there, names are found by the parts that were typed.
DO $do$
DECLARE
  home text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'Without the extension pg_trgm (%), names that are misspelled are not found.', SQLERRM;
  END;
  SELECT quote_ident(n.nspname) INTO home
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
  IF home IS NULL THEN
    CREATE FUNCTION name_likeness(words text, name text) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $f$ SELECT CASE WHEN strpos(name, words) > 0 THEN 1 ELSE 0 END::real $f$;
    CREATE FUNCTION is_alike(words text, name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $f$ SELECT name LIKE holding(words) $f$;
  ELSE
    EXECUTE format('CREATE FUNCTION name_likeness(words text, name text) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
      $f$ SELECT CASE WHEN strpos(name, words) > 0 THEN 1 ELSE %s.word_similarity(words, name) END::real $f$', home);
    -- Of one expression, so that it becomes a part of the statement that calls it, and finds the index.
    EXECUTE format('CREATE FUNCTION is_alike(words text, name text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
      $f$ SELECT name OPERATOR(%s.%%>) words $f$', home);
    EXECUTE format('CREATE INDEX "Article_heading" ON "Article" USING gin (heading_of("title", "author") %s.gin_trgm_ops)
      WITH (fastupdate = off)', home);
    EXECUTE format('CREATE INDEX "Source_names" ON "Source" USING gin (names_of("name", "aliases") %s.gin_trgm_ops)
      WITH (fastupdate = off)', home);
  END IF;
END $do$;

-- All of the words, in Norwegian or English forms; of the last one a beginning is enough, since it may be typed in half.
CREATE FUNCTION wanted_words(words text, rest text, last text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN last = '' THEN forms
    WHEN rest = '' THEN forms || to_tsquery('pg_catalog.simple', last || ':*')
    ELSE forms || (websearch_to_tsquery('pg_catalog.norwegian', rest) && to_tsquery('pg_catalog.simple', last || ':*')) END
  FROM (SELECT websearch_to_tsquery('pg_catalog.norwegian', words) || websearch_to_tsquery('pg_catalog.english', words)) AS t(forms)
$$;

-- As before, by the indexes of headings and words alone: a planner that takes a word for common would read every text.
CREATE OR REPLACE FUNCTION articles_with(words text, rest text, last text) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off SET enable_seqscan = off AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
  wanted tsquery := wanted_words(words, rest, last);
BEGIN
  RETURN QUERY
    WITH texts AS MATERIALIZED (
      SELECT t."articleId", t."number" FROM "ArticleRevision" t
        WHERE t."newsroomId" = newsroom AND words_of(t."text") @@ wanted)
    SELECT a."id" FROM "Article" a
      WHERE a."newsroomId" = newsroom AND heading_of(a."title", a."author") LIKE holding(folded(words))
    UNION
    SELECT a."id" FROM texts
      JOIN "Article" a ON a."newsroomId" = newsroom AND a."id" = texts."articleId" AND a."revision" = texts."number";
END $$;

-- What is found of one kind, the best first: by its name 2 or more, by words 1, misspelled less. Names are looked for as
-- they were typed, and misspelled where too few are found so. These run as the owner, as `articles_with` does.
CREATE FUNCTION found_articles(words text, rest text, last text, most int) RETURNS TABLE("id" uuid, "rank" real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  SET jit = off SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
  wanted tsquery := wanted_words(words, rest, last);
  found int;
BEGIN
  RETURN QUERY
    SELECT a."id", 2::real FROM "Article" a
      WHERE a."newsroomId" = newsroom AND heading_of(a."title", a."author") LIKE holding(folded(words))
      ORDER BY a."id" DESC LIMIT most;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found >= most THEN RETURN; END IF;
  RETURN QUERY
    WITH texts AS MATERIALIZED (
      SELECT t."articleId", t."number" FROM "ArticleRevision" t
        WHERE t."newsroomId" = newsroom AND words_of(t."text") @@ wanted)
    SELECT a."id", 1::real FROM texts
      JOIN "Article" a ON a."newsroomId" = newsroom AND a."id" = texts."articleId" AND a."revision" = texts."number"
      WHERE heading_of(a."title", a."author") NOT LIKE holding(folded(words))
      ORDER BY a."id" DESC LIMIT most;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found > 0 OR length(words) < 4 THEN RETURN; END IF;
  RETURN QUERY
    SELECT a."id", name_likeness(folded(words), heading_of(a."title", a."author")) AS "alike" FROM "Article" a
      WHERE a."newsroomId" = newsroom AND is_alike(folded(words), heading_of(a."title", a."author"))
        AND heading_of(a."title", a."author") NOT LIKE holding(folded(words))
      ORDER BY "alike" DESC, a."id" DESC LIMIT most;
END $$;

-- Claims by the words of passage and rationale, the newest first. Where the newest few hold enough, the word is common, and
-- nothing is gained by going through all that hold it.
CREATE FUNCTION found_claims(words text, rest text, last text, most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off SET enable_seqscan = off AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
  wanted tsquery := wanted_words(words, rest, last);
  newest uuid[];
BEGIN
  newest := ARRAY(
    SELECT h."id"
    FROM (SELECT c."id", c."revision" FROM "AnnotationHead" c
      WHERE c."newsroomId" = newsroom AND c."status" <> 'retired' ORDER BY c."id" DESC LIMIT 200) h
    JOIN "AnnotationRevision" t ON t."newsroomId" = newsroom AND t."annotationId" = h."id" AND t."number" = h."revision"
    WHERE words_of(t."exact" || ' ' || t."rationale") @@ wanted
    ORDER BY h."id" DESC LIMIT most);
  IF cardinality(newest) >= most THEN
    RETURN QUERY SELECT unnest(newest);
    RETURN;
  END IF;
  RETURN QUERY
    WITH said AS MATERIALIZED (
      SELECT t."annotationId", t."number" FROM "AnnotationRevision" t
        WHERE t."newsroomId" = newsroom AND words_of(t."exact" || ' ' || t."rationale") @@ wanted),
    newer AS MATERIALIZED (SELECT * FROM said ORDER BY said."annotationId" DESC LIMIT most * 20)
    SELECT h."id" FROM newer
      JOIN "AnnotationHead" h ON h."newsroomId" = newsroom AND h."id" = newer."annotationId" AND h."revision" = newer."number"
      WHERE h."status" <> 'retired' ORDER BY h."id" DESC LIMIT most;
END $$;

CREATE FUNCTION found_sources(words text, most int) RETURNS TABLE("id" uuid, "rank" real)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  SET jit = off SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
  found int;
BEGIN
  RETURN QUERY
    SELECT s."id", 2::real FROM "Source" s
      WHERE s."newsroomId" = newsroom AND s."retiredAt" IS NULL AND names_of(s."name", s."aliases") LIKE holding(folded(words))
      ORDER BY strpos(names_of(s."name", s."aliases"), folded(words)), s."name", s."id" LIMIT most;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found >= most OR length(words) < 4 THEN RETURN; END IF;
  RETURN QUERY
    SELECT s."id", name_likeness(folded(words), names_of(s."name", s."aliases")) AS "alike" FROM "Source" s
      WHERE s."newsroomId" = newsroom AND s."retiredAt" IS NULL
        AND is_alike(folded(words), names_of(s."name", s."aliases")) AND names_of(s."name", s."aliases") NOT LIKE holding(folded(words))
      ORDER BY "alike" DESC, s."name", s."id" LIMIT most;
END $$;

-- Articles are found by their words, in Norwegian and English forms, and by parts of their titles and authors' names.

-- In small letters, also those that a database of the locale C leaves large.
CREATE FUNCTION in_small(content text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(translate(content,
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞČĐŊŠŦŽ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþčđŋšŧž'))
$$;

-- The words of a text. A tsvector has a limit, so of a very long text the first 100,000 characters count. It stands in an
-- index, which may be made with an empty search path: it calls nothing of ours.
CREATE FUNCTION words_of(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.norwegian'::regconfig, small) || to_tsvector('pg_catalog.english'::regconfig, small)
  FROM (VALUES (lower(translate(left(content, 100000),
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞČĐŊŠŦŽ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþčđŋšŧž')))) AS t(small)
$$;

CREATE INDEX "ArticleRevision_words" ON "ArticleRevision" USING gin (words_of("text"));

-- The articles of the newsroom that is set which hold all of these words, given in small letters. `rest` is `words` without its last word, and
-- `last` that word, of which a beginning is enough, since it may be typed in half; only letters and digits. It runs as
-- the owner of the tables: row security would keep the index from being used. It reads the newsroom by itself.
CREATE FUNCTION articles_with(words text, rest text, last text) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  newsroom uuid := current_setting('belegg.newsroom')::uuid;
  wanted tsquery := websearch_to_tsquery('pg_catalog.norwegian', words) || websearch_to_tsquery('pg_catalog.english', words);
BEGIN
  IF last <> '' THEN
    wanted := wanted || (websearch_to_tsquery('pg_catalog.norwegian', rest) && to_tsquery('pg_catalog.simple', last || ':*'));
  END IF;
  RETURN QUERY
    SELECT a."id" FROM "Article" a
      WHERE a."newsroomId" = newsroom
        AND (strpos(in_small(a."title"), words) > 0 OR strpos(in_small(a."author"), words) > 0)
    UNION
    SELECT a."id" FROM "ArticleRevision" t
      JOIN "Article" a ON a."newsroomId" = t."newsroomId" AND a."id" = t."articleId" AND a."revision" = t."number"
      WHERE t."newsroomId" = newsroom AND words_of(t."text") @@ wanted;
END $$;

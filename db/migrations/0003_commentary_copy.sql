-- What was written before becomes a section each; it had passed the gates of its time, so it stays approved.
INSERT INTO "commentary_sections" ("article_id", "kind", "state", "origin", "model", "prompt_version", "content", "created_at")
SELECT c.article_id, s.kind, 'approved', c.origin, c.model, c.prompt_version,
	jsonb_build_object(
		'short', s.content -> 'short',
		'paragraphs', (
			SELECT coalesce(jsonb_agg(jsonb_build_object('text', p.text, 'claims', '[]'::jsonb, 'view', false) ORDER BY p.place), '[]'::jsonb)
			FROM jsonb_array_elements_text(s.content -> 'paragraphs') WITH ORDINALITY AS p (text, place))),
	c.created_at
FROM "commentaries" c
CROSS JOIN LATERAL (VALUES ('opinion', c.opinion), ('action', c.action)) AS s (kind, content)
WHERE jsonb_typeof(s.content) = 'object';
--> statement-breakpoint
INSERT INTO "commentary_sections" ("article_id", "kind", "state", "origin", "model", "prompt_version", "content", "created_at")
SELECT c.article_id, 'todo', 'approved', c.origin, c.model, c.prompt_version,
	c.todo || jsonb_build_object(
		'personal', (
			SELECT coalesce(jsonb_agg(i.item || '{"link": null}'::jsonb ORDER BY i.place), '[]'::jsonb)
			FROM jsonb_array_elements(c.todo -> 'personal') WITH ORDINALITY AS i (item, place)),
		'community', (
			SELECT coalesce(jsonb_agg(i.item || '{"link": null}'::jsonb ORDER BY i.place), '[]'::jsonb)
			FROM jsonb_array_elements(c.todo -> 'community') WITH ORDINALITY AS i (item, place)),
		'short', (
			SELECT coalesce(jsonb_agg(jsonb_build_object('text', t.text, 'link', NULL) ORDER BY t.place), '[]'::jsonb)
			FROM jsonb_array_elements_text(c.todo -> 'short') WITH ORDINALITY AS t (text, place))),
	c.created_at
FROM "commentaries" c;
--> statement-breakpoint
UPDATE "commentaries" SET "is_open" = true WHERE "origin" = 'registry';
--> statement-breakpoint
UPDATE "commentaries" c SET "article_updated_at" = a.updated_at FROM "articles" a WHERE a.id = c.article_id;
--> statement-breakpoint
-- Stories of editions that have gone out say who made what of them; their to-dos were lines of text.
UPDATE "edition_stories" SET "snapshot" = (snapshot - 'origin' - 'model') || jsonb_build_object(
	'by', jsonb_build_object(
		'opinion', CASE WHEN snapshot ->> 'opinion' IS NULL THEN 'null'::jsonb ELSE jsonb_build_object('origin', snapshot -> 'origin', 'model', snapshot -> 'model', 'review', 'none') END,
		'action', CASE WHEN snapshot ->> 'action' IS NULL THEN 'null'::jsonb ELSE jsonb_build_object('origin', snapshot -> 'origin', 'model', snapshot -> 'model', 'review', 'none') END,
		'todo', CASE WHEN jsonb_array_length(snapshot -> 'todos') = 0 THEN 'null'::jsonb ELSE jsonb_build_object('origin', snapshot -> 'origin', 'model', snapshot -> 'model', 'review', 'none') END),
	'absence', NULL,
	'todos', (
		SELECT coalesce(jsonb_agg(jsonb_build_object('text', t.text, 'link', NULL) ORDER BY t.place), '[]'::jsonb)
		FROM jsonb_array_elements_text(snapshot -> 'todos') WITH ORDINALITY AS t (text, place)))
WHERE NOT snapshot ? 'by';

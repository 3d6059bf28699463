DROP INDEX "listed_articles_language_published_at_index";--> statement-breakpoint
DROP INDEX "listed_articles_section_id_published_at_index";--> statement-breakpoint
DROP INDEX "listed_bylines_contributor_id_published_at_index";--> statement-breakpoint
DROP INDEX "listed_topics_topic_id_published_at_index";--> statement-breakpoint
CREATE INDEX "listed_articles_language_published_at_index" ON "listed_articles" USING btree ("language","published_at","article_id");--> statement-breakpoint
CREATE INDEX "listed_articles_section_id_published_at_index" ON "listed_articles" USING btree ("section_id","published_at","article_id");--> statement-breakpoint
CREATE INDEX "listed_bylines_contributor_id_published_at_index" ON "listed_bylines" USING btree ("contributor_id","language","published_at","article_id");--> statement-breakpoint
CREATE INDEX "listed_topics_topic_id_published_at_index" ON "listed_topics" USING btree ("topic_id","language","published_at","article_id");
-- The words of what lay at the desk before there were any of it.
insert into desk_words (article_id, words)
select a.id, search_vector(a.language, spell_words(a.language, r.headline),
  spell_words(a.language, concat_ws(' ', r.kicker, r.standfirst, r.dateline, (
    select string_agg(coalesce(nullif(b.credited_as, ''), p.name), ' ') from bylines b
    left join contributor_profiles p on p.contributor_id = b.contributor_id and p.language = a.language
    where b.revision_id = r.id))),
  spell_words(a.language, coalesce((select string_agg(n.name, ' ') from article_topics t
    join topic_names n on n.topic_id = t.topic_id and n.language = a.language where t.revision_id = r.id), '')),
  spell_words(a.language, left(r.body_text, 400000))) || facet_words(array[a.language])
from articles a join revisions r on r.id = a.head_revision_id
where not exists (select from listed_articles l where l.article_id = a.id and l.revision_id = a.head_revision_id);

package io.sallyport.skill;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a skill found. Its components are its JSON, every name always there; what is not known is empty or null. */
public sealed interface Report
        permits ArticleReport, DraftReport, EscalationReport, QueueReport, ResearchReport, TriageReport {

    /** Such as {@code sallyport.skill.triage/1}; the number goes up when a name changes or goes. */
    String format();

    String markdown();

    default String json() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
    }
}

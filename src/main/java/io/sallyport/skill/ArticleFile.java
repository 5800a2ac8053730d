package io.sallyport.skill;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Triage;
import java.util.List;
import java.util.StringJoiner;

/** Writes an article's draft as a file of the knowledge base. Imported as it is, nothing of it may be quoted. */
final class ArticleFile {

    /** One part of an article; lines of a list stand for themselves. */
    record Part(String heading, List<String> lines) {}

    private ArticleFile() {}

    static String write(CaseRecord record, String title, List<Part> parts) {
        var file = new StringJoiner("\n", "", "\n");
        file.add("---")
                .add("title: \"" + title.replace("\\", "").replace("\"", "'") + "\"")
                // Both keep it from being quoted until a person has filled in the one and taken out the other.
                .add("reviewed:")
                .add("draft: true")
                .add("audience: public")
                .add("tags: []");
        record.findings().triage().map(Triage::classification).ifPresent(found -> {
            file.add("product_area: " + found.productArea());
            file.add("category: " + found.category().label());
        });
        file.add("source_case: " + record.id()).add("---");
        for (Part part : parts) {
            file.add("").add("## " + part.heading());
            part.lines().forEach(line -> file.add("").add(line));
        }
        return file.toString();
    }
}

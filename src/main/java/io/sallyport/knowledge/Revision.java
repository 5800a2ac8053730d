package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One state of an article's words, which never changes.
 *
 * @param published whether the article is there for customers today, whatever it was then
 * @param audience the revision's own
 * @param review the newest of this very revision
 * @param current whether no newer revision exists
 */
public record Revision(
        SourceRef ref,
        String title,
        Optional<String> author,
        Audience audience,
        boolean published,
        boolean current,
        Optional<Review> review,
        Instant importedAt,
        String markdown,
        List<Section> sections) {

    public Revision {
        sections = List.copyOf(sections);
    }

    /**
     * A passage of a revision.
     *
     * @param anchor unique within the article; the passage's id is {@code article:<slug>#<anchor>}
     * @param heading headings without the title, outermost first
     */
    public record Section(String anchor, List<String> heading, String text) {
        public Section {
            heading = List.copyOf(heading);
        }
    }

    /** The whole revision as plain text, each section's text in it word for word, under its headings. */
    public String text() {
        var lines = new ArrayList<String>();
        List<String> open = List.of();
        for (var section : sections) {
            lines.addAll(newlyOpen(open, section.heading()));
            open = section.heading();
            lines.add(section.text());
        }
        return String.join("\n\n", lines);
    }

    /** A heading directly above another has no section of its own, and stands here like the others. */
    private static List<String> newlyOpen(List<String> open, List<String> heading) {
        if (heading.isEmpty() || heading.equals(open)) {
            return List.of();
        }
        int from = 0;
        while (from < heading.size() - 1
                && from < open.size()
                && heading.get(from).equals(open.get(from))) {
            from++;
        }
        return heading.subList(from, heading.size());
    }
}
